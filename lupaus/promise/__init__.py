"""The service promise (palvelulupaus): statement of intent, principles, pairs and pledges."""
