"""What holds for every test: examples made at random take as long as the machine takes."""

from hypothesis import HealthCheck, settings

# A test says how many examples it wants, never for how long. What fails prints how to run it again.
settings.register_profile(
    "atlas", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("atlas")
