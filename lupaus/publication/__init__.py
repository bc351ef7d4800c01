"""The public site: promise, pledges, results, receipts and follow-up."""
