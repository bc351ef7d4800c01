"""The page shell: base page, components, template tags, languages and error pages."""
