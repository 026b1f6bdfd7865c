"""Pictures of what is computed: charts as inline SVG, each with a title, a description and a table that says the same."""
