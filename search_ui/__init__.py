"""Search UI: the Streamlit app, its components, and the HTTP API beside it."""
