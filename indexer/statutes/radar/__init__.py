"""The ordinance radar: which citing texts an amended article leaves behind, and which lead nowhere.

`fate` follows an article through the versions of its law, `places` finds the texts in force and
the pending bills that cite it, `watch` puts the two together.
"""
