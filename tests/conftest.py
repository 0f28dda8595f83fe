"""What holds for all tests: property tests judge what is right, and leave speed to the tests of growth."""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
