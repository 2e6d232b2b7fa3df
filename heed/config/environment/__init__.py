"""What the environment may say: one table of settings, read and checked in one place."""

from heed.config.environment.reading import BadSetting, Settings, read, unknown
from heed.config.environment.table import TABLE, Setting

__all__ = ["TABLE", "BadSetting", "Setting", "Settings", "read", "unknown"]
