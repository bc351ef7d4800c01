"""Budgets as a room of the house."""

from django.apps import AppConfig


class BudgetsConfig(AppConfig):
    name = "lupaus.budgets"
    label = "budgets"
