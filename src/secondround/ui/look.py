"""The look: colours, type and spacing, light and dark; nothing is fetched from elsewhere."""

from pathlib import Path

import gradio as gr

_STATIC = Path(__file__).parent / "static"
STYLE = _STATIC / "style.css"
SHEET_STYLE = _STATIC / "sheet.css"

_TEXT = [
    "system-ui",
    "-apple-system",
    "Segoe UI",
    "Roboto",
    "Noto Sans",
    "DejaVu Sans",
    "sans-serif",
]
_CODE = ["ui-monospace", "SFMono-Regular", "Menlo", "DejaVu Sans Mono", "monospace"]


def theme() -> gr.themes.Base:
    """Paper and ink by day, slate by night, one green."""
    base = gr.themes.Base(
        primary_hue="teal",
        neutral_hue="stone",
        radius_size="lg",
        font=_TEXT,
        font_mono=_CODE,
    )
    return base.set(
        body_background_fill="#faf8f4",
        body_background_fill_dark="#14191b",
        body_text_color="#22292b",
        body_text_color_dark="#e7e5df",
        body_text_color_subdued="#5b6466",
        body_text_color_subdued_dark="#a5adae",
        background_fill_primary="#ffffff",
        background_fill_primary_dark="#1c2326",
        background_fill_secondary="#f4f1ea",
        background_fill_secondary_dark="#20282b",
        block_background_fill="#ffffff",
        block_background_fill_dark="#1c2326",
        block_border_color="#e3ded3",
        block_border_color_dark="#333d41",
        block_label_background_fill="transparent",
        block_label_background_fill_dark="transparent",
        block_label_border_width="0px",
        block_label_text_color="#3d4648",
        block_label_text_color_dark="#c8cccb",
        block_title_text_color="#3d4648",
        block_title_text_color_dark="#c8cccb",
        block_title_text_weight="600",
        block_info_text_color="#5b6466",
        block_info_text_color_dark="#a5adae",
        block_shadow="none",
        border_color_primary="#d8d2c5",
        border_color_primary_dark="#3d484c",
        input_background_fill="#ffffff",
        input_background_fill_dark="#161c1f",
        input_border_width="1px",
        input_border_color="#8d8a81",
        input_border_color_dark="#77838a",
        input_border_color_focus="#0f6b5c",
        input_border_color_focus_dark="#4fc3ae",
        input_placeholder_color="#6b7274",
        input_placeholder_color_dark="#98a1a3",
        button_primary_background_fill="#0f6b5c",
        button_primary_background_fill_dark="#2a9d8a",
        button_primary_background_fill_hover="#0b574b",
        button_primary_background_fill_hover_dark="#37b19d",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#06201b",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_dark="#232c2f",
        button_secondary_background_fill_hover="#f1ede4",
        button_secondary_background_fill_hover_dark="#2c373b",
        button_secondary_border_color="#b9b3a6",
        button_secondary_border_color_dark="#566167",
        button_secondary_text_color="#22292b",
        button_secondary_text_color_dark="#e7e5df",
        button_border_width="1px",
        checkbox_border_color="#8d8a81",
        checkbox_border_color_dark="#77838a",
        color_accent="#0f6b5c",
        color_accent_soft="#e0efe9",
        color_accent_soft_dark="#17332e",
        link_text_color="#0f6b5c",
        link_text_color_dark="#62cbb7",
    )


def head() -> str:
    """What goes into the page's head: the icon and the page's own script."""
    script = (_STATIC / "page.js").read_text(encoding="utf-8")
    return f'<meta name="color-scheme" content="light dark"><script>{script}</script>'
