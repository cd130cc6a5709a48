"""As people type: the wrong keyboard, first consonants, half a syllable, a slip of a jamo."""
