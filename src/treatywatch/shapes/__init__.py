"""From nouns to the JSON shapes of the contract, and the JSON Schemas (draft 2020-12) that hold them.

A shape is made of plain dicts, lists, text, numbers and None: what `json.dumps` writes. Fields may be added, never renamed.
"""
