"""Requests that come in: what somebody asks of the library, how it is weighed, and what was decided."""
