"""Small checks with a name, counted in the form that CI reads."""


class Suite:
    """Runs checks, prints a line for each, and goes on after one that fails."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, name, problems):
        """Passes when the list of problems is empty."""
        if problems:
            self.failed += 1
            print(f"failed: {name}", flush=True)
            for problem in problems[:20]:
                print(f"  {problem}", flush=True)
        else:
            self.passed += 1
            print(f"ok: {name}", flush=True)

    def attempt(self, name, action):
        """Passes when the action neither raises nor returns problems."""
        try:
            self.check(name, action() or [])
        except Exception as error:  # A check that breaks is a check that fails, with its reason.
            self.check(name, [f"{type(error).__name__}: {error}"])
