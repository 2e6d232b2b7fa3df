"""Begins a process of the product, and then what measures in it. `python -m bench.door`."""

from heed.config.wsgi import application

if __name__ == "__main__":
    from bench.inside import answer_all  # after the application: it needs the models

    answer_all(application)
