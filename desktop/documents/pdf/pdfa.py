"""The last step: what makes a PDF a PDF/A-2b, and nothing that says who made it, where or when."""

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from PIL import ImageCms

_DATE = slice(24, 36)  # of an ICC profile: when it was made, six 16-bit numbers
_NO_DATE = bytes.fromhex("07d0 0001 0001 0000 0000 0000")
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def make_pdfa(draft: bytes, language: str) -> bytes:
    """Add colour profile, language and the PDF/A mark to a PDF, take its other metadata out, pack it again.

    The same draft gives the same bytes.
    """
    with pikepdf.open(BytesIO(draft)) as pdf:
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.Metadata = _metadata(pdf)
        pdf.Root.OutputIntents = pikepdf.Array([_output_intent(pdf)])
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        finished = BytesIO()
        pdf.save(
            finished,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return finished.getvalue()


def _metadata(pdf: pikepdf.Pdf) -> pikepdf.Object:
    stream = pikepdf.Stream(pdf, _XMP.encode())
    stream.Type = pikepdf.Name.Metadata
    stream.Subtype = pikepdf.Name.XML
    return stream


def _output_intent(pdf: pikepdf.Pdf) -> pikepdf.Object:
    profile = pikepdf.Stream(pdf, _srgb())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    return pdf.make_indirect(intent)


@cache
def _srgb() -> bytes:
    """Give the sRGB profile without the moment it was made at, which would change from run to run."""
    colours: Any = ImageCms  # partly untyped
    profile = bytearray(colours.ImageCmsProfile(colours.createProfile("sRGB")).tobytes())
    profile[_DATE] = _NO_DATE
    return bytes(profile)
