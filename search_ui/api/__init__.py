"""The HTTP API beside the pages: search, papers, laws, comparison and citations as JSON.

`search_ui.api.app.api` makes it, `search_ui.api.app.beside` puts it beside the pages under
`search_ui.api.doors.PREFIX`. Every answer is asked of records and search as the desk's viewer.
"""
