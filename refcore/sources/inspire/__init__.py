"""INSPIRE-HEP's REST API: works of high-energy physics."""
