"""Every object that is exported is what the published schema says."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exports.sample import READING
