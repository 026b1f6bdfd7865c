"""A form credits the text only where the text speaks of itself."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.model.actor import Outlet
from treatywatch.reading.credit import CreditForms

BODY = "Negotiators met on Friday in Geneva and could not agree on the inspection of launchers, diplomats said."
MORE = "The delegations will meet again in the autumn, the host government said in a short statement."


@pytest.fixture(scope="module")
def forms(outlets: Mapping[str, Outlet]) -> CreditForms:
    return CreditForms(outlets)


CREDITED = [
    (f"BRUSSELS (Reuters) - {BODY}\n\n{MORE}", "reuters", "dateline"),
    (f"WASHINGTON, Feb 1 (AFP) – {BODY}\n\n{MORE}", "afp", "dateline"),
    (f"Talks fail\n\nTURNBERRY/GLASGOW, Scotland, July 15, 2018 (Reuters) - {BODY}", "reuters", "dateline"),
    (f"MOSCOW, July 3. /TASS/. {BODY}", "tass", "dateline"),
    (f"New Delhi, Jul 5 (PTI) {BODY}", "pti", "dateline"),
    (f"Talks fail\nBy Jane Roe, Associated Press\n\n{BODY}", "ap", "byline"),
    (f"Talks fail\nJANE ROE and JOHN DOE, Associated Press\nJuly 15, 2018\n{BODY}", "ap", "byline"),
    (f"Talks fail\n\n{BODY}\n\n{MORE}\n\nSource: AFP", "afp", "foot"),
    (f"Talks fail\n\n{BODY}\n\n{MORE}\n\n— with AFP", "afp", "foot"),
    (f"Talks fail\n\n{BODY}\n\n{MORE}\n\n(Reporting by A. Writer; Editing by B. Editor)", "reuters", "foot"),
    (f"Talks fail\n\n{BODY}\n\n{MORE} -- PTI", "pti", "foot"),
    (f"Talks fail\n\n{BODY}\n\n{MORE}\n\nAFP/xy", "afp", "foot"),
    (f"Talks fail\n\n{BODY}\n\n{MORE}\n\n© 2019 AFP", "afp", "copyright"),
    (f"Talks fail\n\n{BODY}\n\nCopyright 2019 The Associated Press. All rights reserved.", "ap", "copyright"),
]


@pytest.mark.parametrize(("text", "outlet", "how"), CREDITED)
def test_text_that_names_its_agency_in_a_credit_position_credits_it(
    forms: CreditForms, text: str, outlet: str, how: str
) -> None:
    credit = forms.find(text)
    assert credit is not None
    assert (credit.outlet, credit.how) == (outlet, how)
    assert credit.span is not None
    assert credit.span.of(text).strip()


UNCREDITED = [
    f"Talks fail\n\nThe missile on show in Moscow. (AP)\n\n{BODY}\n\n{MORE}",
    f"Talks fail\n\n{BODY}\n\n{MORE}\n\nThe missile on show near Moscow in January. (AP)",
    f"Talks fail\n\nA guard at the palace. (AP Photo/A. Nonymous)\n\n{BODY}",
    f"Talks fail\nA. Nonymous / Reuters\nA guard stands at the palace in Geneva before the talks.\n{BODY}",
    f'Talks fail\n\n{BODY}\n\n"We are not done," the minister told Reuters.',
    f"AFP reported on Friday that the talks had failed.\n\n{BODY}",
    f"Talks fail\n\nAs the Associated Press reported, {BODY}",
    f"The Associated Press (AP) said on Friday that {BODY}\n\n{MORE}",
    f"The Security Organisation (OSCE) - a club of 57 states - met on Friday. {BODY}\n\n{MORE}",
    f"Time\n\n{BODY}\n\n{MORE}\n\nTime",
    f"Minister tells Reuters talks have failed\n\n{BODY}\n\n{MORE}",
    f"Talks fail\n\n{BODY}\n\nThe trend is clear\n\n{MORE}",
    f"Talks fail\n\nThe PA met in Ramallah\n\n{BODY}",
    f"Talks fail\n\nThis picture released by the official agency (TASS) on July 11 shows the launcher of the missile.\n\n{BODY}",
]


@pytest.mark.parametrize("text", UNCREDITED)
def test_agency_under_a_picture_or_in_a_sentence_credits_nothing(forms: CreditForms, text: str) -> None:
    assert forms.find(text) is None


def test_name_that_two_wires_claim_is_the_one_whose_id_it_is(forms: CreditForms) -> None:
    credit = forms.find(f"BERLIN (AFP) - {BODY}")
    assert credit is not None
    assert credit.outlet == "afp"


def test_wire_credit_that_a_newspaper_lists_among_its_own_does_not_credit_the_newspaper(forms: CreditForms) -> None:
    credit = forms.find(f"Talks fail\n\n{BODY}\n\n{MORE}\n\nAFP")
    assert credit is not None
    assert credit.outlet == "afp"


def test_agency_as_author_of_a_page_is_a_byline(forms: CreditForms) -> None:
    credit = forms.of_author("Agence France-Presse")
    assert credit is not None
    assert (credit.outlet, credit.how, credit.span) == ("afp", "byline", None)
    assert forms.of_author("Jane Roe") is None


@given(st.text(alphabet="abAP (/)-—:.,\n©Reuters", max_size=120))
def test_span_of_any_credit_lies_in_the_text(text: str) -> None:
    wire = Outlet("ap", "Associated Press", "wire", "test", True, is_wire=True, credits=("(AP)", "AP"))
    credit = CreditForms({"ap": wire}).find(text)
    assert credit is None or (credit.span is not None and credit.span.of(text) == "AP")
