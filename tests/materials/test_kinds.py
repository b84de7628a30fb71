"""What a document is taken for: names, contents, both, and neither."""

import pytest

from secondround.domain.materials import Kind
from secondround.materials.kinds import guess
from secondround.materials.parse import parse
from secondround.materials.sample import Sample

FIRST, COMPANY, JOB, RESUME = Kind.FIRST_INTERVIEW, Kind.COMPANY, Kind.JOB, Kind.RESUME

SAMPLE = {
    "company-research.html": COMPANY,
    "first-interview-notes.md": FIRST,
    "job-description.docx": JOB,
    "recruiter-email.eml": FIRST,
    "resume.pdf": RESUME,
}

BY_CONTENT = {
    "nurse, scribbled notes": (
        FIRST,
        """ward sister = Dee. nice. asked abt night shifts + how many pts i had at StG
        - said 8 on nights, she pulled a face
        - they want someone who can do IV cannulation, i said yes signed off in may
        - worry: i never worked on stroke unit
        - told Dee id send my revalidation date
        2nd one is with the matron""",
    ),
    "teacher, one paragraph": (
        FIRST,
        """Spoke to the head of maths for half an hour on Zoom. She liked that I ran the
        after-school club and asked how I would deal with a mixed-ability Year 9 class. I rambled.
        She seemed unsure about my A-level experience. Next step is a lesson observation.""",
    ),
    "developer, question and answer": (
        FIRST,
        """Q: why did you leave Corvid? A: told them about the re-org
        Q: hardest bug? A: the clock drift one, went well
        Q: what would your team say about you? A: blanked.
        Feedback from recruiter: they liked the design talk, concerned about Kubernetes.""",
    ),
    "pasted invitation": (
        FIRST,
        """From: HR <hr@lindqvist.example>
        To: me
        Subject: Next stage

        Dear Amir, we were pleased to speak with you and would like to invite you to a second
        interview with Dr Kessler, plant manager, and Ana Prieto, head of quality. You will be
        asked about shift planning. Please bring proof of your qualifications.""",
    ),
    "invitation that repeats the job": (
        FIRST,
        """Hi Jo, thanks for your time on Tuesday! The team would love to have you back for a final
        round. You'll meet the finance director. As a reminder the role is full-time, based in
        Leeds, and reports to the CFO; salary and benefits as discussed.""",
    ),
    "transcript": (
        FIRST,
        """Interviewer: Tell me about yourself.
        Me: I have been a dental hygienist for six years.
        Interviewer: And what made you apply here?
        Me: I asked around and heard good things about how you treat people.""",
    ),
    "encyclopaedia": (
        COMPANY,
        """Harrow & Finch is a British maker of hand tools, founded in 1921 and headquartered in
        Sheffield. It employs 640 people and had a revenue of £71 million in 2025. Its main
        competitors are Bahr and Oakline.""",
    ),
    "about us": (
        COMPANY,
        """Our story. We started with one bakery and a wood oven. Today our customers find us in
        forty towns. Our values: honest flour, fair pay, open doors. Our mission is bread that
        people can trust.""",
    ),
    "press release": (
        COMPANY,
        """Brightwater NHS Trust announced today that it has opened a new stroke unit with 24
        beds. "This is a big step for patients," said Chief Executive Lena Ford. The Trust was
        rated Good by inspectors and expects an operating surplus this fiscal year.""",
    ),
    "own research, in notes": (
        COMPANY,
        """- series B, raised 18m last spring, investors incl. Northgate
        - competitors: Tallybook, Ledgerly
        - ceo ex-Stripe, cto founder
        - customers mostly small restaurants
        - launched payroll in Spain, slow start per news""",
    ),
    "charity report": (
        COMPANY,
        """Annual review. This year donations rose to £3.2m and our trustees agreed a five-year
        strategy. We reached 14,000 families across nine sites. Staff numbers grew to 112.""",
    ),
    "job, plain": (
        JOB,
        """Staff Nurse, Stroke Unit, Band 5
        Responsibilities: assess and plan care; give medicines safely; supervise students.
        Essential: NMC registration. Desirable: cannulation.
        Salary £31,049 to £37,796 per annum. Closing date 14 December.""",
    ),
    "job, start-up tone": (
        JOB,
        """We're looking for a backend engineer who cares. You'll own our ledger service. You have
        shipped things in Go or Rust. Nice to have: Kafka. We offer equity, a real budget
        for learning and 28 days' holiday. Apply with anything you are proud of.""",
    ),
    "job, company blurb first": (
        JOB,
        """About us: Oakline was founded in 1988 and is the market leader in garden tools, with
        900 employees. About the role: as Regional Sales Manager you will lead nine reps.
        Your responsibilities: plan, coach, report. Requirements: five years in field sales.
        Benefits: car, pension.""",
    ),
    "job, teaching": (
        JOB,
        """Person specification: Teacher of Mathematics. Qualified teacher status; a good honours
        degree; the successful candidate will teach across Key Stages 3 and 4. Full-time,
        permanent, from January. Applications by noon on Friday.""",
    ),
    "résumé, classic": (
        RESUME,
        """Dana Whitlock
        dana@post.example | 07700 900123
        Work experience
        2019 - present  Chef de partie, The Heron, York
        2015 - 2019  Commis chef, Abbey Hotel
        Education
        Level 3 Diploma in Professional Cookery""",
    ),
    "résumé, executive": (
        RESUME,
        """SIMON ADEYEMI, Finance Director. simon@post.example
        PROFILE Chartered accountant with 18 years in manufacturing.
        CAREER HISTORY
        Finance Director, Harrow & Finch, Jan 2018 to date
        Cut working capital by £9m; led the refinancing in 2021
        Group Controller, Bahr, 2011 to 2017
        QUALIFICATIONS ACA 2009. BSc Economics, Leeds""",
    ),
    "résumé, software, run together by a PDF": (
        RESUME,
        """Mei Tanaka Berlin +49 30 901820 mei@post.example github.com/meit
        SKILLS Python, Go, PostgreSQL
        EXPERIENCE Corvid GmbH, Senior Engineer, 03/2021 – present Built the event store.
        Tallybook, Engineer, 2017 – 2021 Reduced build times from 40 to 6 minutes.
        EDUCATION M.Sc. Computer Science, TU Dresden""",
    ),
    "résumé, no dates": (
        RESUME,
        """Rosa Klein, care assistant. Phone 07700 900456.
        Skills: moving and handling, dementia care, medication.
        Training: Care Certificate, first aid.
        References available on request.""",
    ),
    "car mechanic, shorthand": (
        FIRST,
        """Met w/ Sandra (HR) + Tom, workshop foreman. 40 min, Teams. Tom grilled me on torque.
        Blanked on the EV question. Tom's van team is two men short since summer. Promised:
        copies of my licence by Friday.""",
    ),
    "reminders": (
        FIRST,
        """things to remember: Ms Ito cares about punctuality. budget freeze until april.
        I overclaimed on Salesforce, must fix. they lost two account managers to Bahr""",
    ),
    "machine transcript": (
        FIRST,
        """[00:01:12] Speaker 1: So walk me through your CV.
        [00:01:20] Speaker 2: Sure. I started out in claims handling at a small insurer.""",
    ),
    "school": (
        COMPANY,
        """St Brannock's is a community school with 1,120 pupils. Inspectors judged it good in 2023.
        The school joined the Fairmile Trust in 2024 and opened a sixth form.""",
    ),
    "figures": (
        COMPANY,
        """Kestrel Logistics plc. FTSE 250. Depots: 41. Fleet: 1,900 vehicles, 12% electric. Last
        results: pre-tax loss of £4m after the Hull fire. Rivals: Wagtail, DPX.""",
    ),
    "job, warehouse": (
        JOB,
        """Warehouse operative - nights
        Pick, pack and load. Forklift licence needed. 4 on 4 off, £13.20 an hour plus night
        premium. Immediate start. Send your CV to jobs@kestrel.example""",
    ),
    "job, translated": (
        JOB,
        """Head of Finance (f/m/d)
        Your tasks: close the books monthly, lead a team of five. Your profile: degree in
        business, fluent German. We offer flexible hours and a canteen.""",
    ),
    "résumé, building site": (
        RESUME,
        """Ahmed Farouk
        Site engineer with ten years on rail and road schemes.
        Barrow Civil - Senior site engineer - 2020-now
        Nile Works - Engineer - 2015-2020
        BEng Civil Engineering, 2014. CSCS card.""",
    ),
    "résumé, academic": (
        RESUME,
        """PUBLICATIONS
        1. Soil carbon under hedgerows, 2024.
        ACADEMIC POSTS
        Lecturer, University of Lund, 2021-
        PhD Soil Science 2018""",
    ),
}

BY_NAME = {
    "Tess_Calloway_CV2026.pdf": RESUME,
    "Résumé final (3).docx": RESUME,
    "lebenslauf.pdf": RESUME,
    "JD_OpsLead.pdf": JOB,
    "jobDescription.docx": JOB,
    "Person spec Band 6.pdf": JOB,
    "call with Priya 10 Nov.txt": FIRST,
    "interview_notes.md": FIRST,
    "RE: your interview on Friday.eml": FIRST,
    "phone-screen.txt": FIRST,
    "about-us.html": COMPANY,
    "Annual Report 2025.pdf": COMPANY,
    "company research notes.md": COMPANY,
    "competitors.csv": COMPANY,
}


@pytest.mark.parametrize("path", Sample().documents, ids=lambda path: path.name)
def test_the_sample_documents_are_recognised_even_without_their_names(path):
    text = parse(path.name, path.read_bytes(), max_mb=20).text
    assert guess(path.name, text) is SAMPLE[path.name]
    assert guess("document", text) is SAMPLE[path.name]


@pytest.mark.parametrize("case", BY_CONTENT)
def test_content_alone_tells(case):
    kind, text = BY_CONTENT[case]
    assert guess("scan0001.txt", text) is kind


@pytest.mark.parametrize("name", BY_NAME)
def test_a_name_alone_tells(name):
    assert guess(name, "One two three four.") is BY_NAME[name]


def test_content_outweighs_a_misleading_name():
    assert guess("notes.txt", BY_CONTENT["résumé, classic"][1]) is RESUME
    assert guess("company.docx", BY_CONTENT["job, teaching"][1]) is JOB


def test_without_any_cue_a_text_in_the_first_person_is_taken_for_notes():
    assert guess("x", "Well, that was odd, and I forgot half of it.") is FIRST
    assert guess("x", "Bread is baked twice a day.") is COMPANY
