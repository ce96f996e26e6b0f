"""Small faults, put in one at a time: which of them do the tests catch?"""
