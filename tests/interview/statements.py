"""Pairs of statements: what was said in an interview, and what was said or written before."""

CONTRADICT = [
    (
        "After five months the returns desk did 250 parcels a day.",
        "The returns desk went from an empty corner to 400 parcels a day in five months.",
    ),
    (
        "I cut our late deliveries from 9% to 4% within 14 months.",
        "I cut late deliveries at Hallam Crust from 9% to 3% in 14 months",
    ),
    ("At Hallam Crust I had a team of 18, drivers and loaders.", "Team of 22, drivers and loaders"),
    (
        "Driver turnover fell from forty-one to twenty percent in two years.",
        "Driver turnover fell from 41% to 18% in two years",
    ),
    (
        "By re-planning the routes I saved £30,000 a year on hired vans.",
        "Saved about £38,000 a year on hired vans by re-planning 46 routes",
    ),
    (
        "I led the early shift, 12 loaders and 30 self-employed drivers.",
        "Led the early shift of 15 loaders and 30 self-employed drivers.",
    ),
    (
        "The flood night was in February 2023, when the depot was cut off.",
        "On the night of the February 2024 flood, with the depot cut off, I moved the loading.",
    ),
    (
        "I set up the returns desk and we got to 250 parcels a day after five months.",
        "Set up the returns desk, from an empty corner to 400 parcels a day in five months.",
    ),
    (
        "There are forty plots in the allotment where I am treasurer.",
        "Treasurer of a community allotment with 64 plots since 2021",
    ),
    ("I joined Elm House as a night nurse in 2016.", "Joined Elm House as a night nurse in 2018."),
    (
        "We had 45 residents in the building when the boiler failed.",
        "The boiler failed on a Friday night with 31 residents in the building.",
    ),
    (
        "I taught the course to sixty apprentices in its first year.",
        "Taught the new course to 38 apprentices in the first year",
    ),
    (
        "My class of 34 pupils moved up a grade in maths.",
        "In maths my class of 27 pupils moved up by a grade.",
    ),
    (
        "The migration took us eleven weeks and we lost no data.",
        "The migration took six weeks, without any loss of data.",
    ),
    (
        "My manager on the Harbour project was Paul Green.",
        "On the Harbour project my manager was Susan Hill.",
    ),
    (
        "We answered complaints within two days after I changed the rota for complaints.",
        "After I changed the rota, complaints were answered within five days",
    ),
    (
        "I negotiated a discount of 12 percent with our packaging supplier.",
        "Negotiated a 7% discount with the packaging supplier",
    ),
    ("I ran the Leeds warehouse for four years.", "Ran the Leeds warehouse for two years"),
    (
        "I wrote the handbook of sixty pages that the new starters get.",
        "Wrote a handbook of 24 pages for new starters",
    ),
    (
        "Our page loaded in 800 milliseconds after I rewrote the cache.",
        "Rewrote the cache so that the page loaded in 300 milliseconds",
    ),
    (
        "I promised Dana that she would have the rota template by Monday.",
        "I said Dana would have the rota template by Friday",
    ),
    (
        "The budget that I was responsible for was two million pounds.",
        "Responsible for a budget of £1.2 million",
    ),
    (
        "Sickness fell from nine days to six when I met everyone on the ward.",
        "I met everyone on the ward, and sickness fell from nine days to four.",
    ),
    ("We went live on 3 May with 120 users.", "Went live in May with 85 users."),
    (
        "I trained nine volunteers to use the new till.",
        "Trained fourteen volunteers on the new till",
    ),
    (
        "Our churn dropped from 8% to 5% once I had changed the onboarding.",
        "Changed the onboarding; churn dropped from 8% to 3%",
    ),
    (
        "I was the ward manager for 28 beds and a team of thirty nurses.",
        "Ward manager, 28 beds, team of 22 nurses",
    ),
    (
        "So I closed about sixty tickets a week on the service desk.",
        "Closed 35 tickets a week on the service desk",
    ),
    ("I raised £4,000 for the new playground.", "Raised £11,500 for a new playground"),
    (
        "I left Brightwater in 2021 after the merger.",
        "I left Brightwater in 2019, after the merger.",
    ),
    (
        "My supervisor on the bridge project was Tom Reed.",
        "My supervisor on the bridge project was Anita Rao.",
    ),
    (
        "We delivered the new menu in six weeks with a budget of £20,000.",
        "Delivered the new menu in ten weeks with a budget of £20,000",
    ),
    (
        "Waiting time at the counter came down to four minutes on average.",
        "Waiting time at the counter came down to seven minutes on average",
    ),
    ("I managed eleven shops in the north region.", "Managed seven shops in the north region"),
    (
        "We moved two hundred and forty boxes out of the flooded archive in one night.",
        "Moved 180 boxes out of the flooded archive in one night",
    ),
    (
        "I have been a volunteer at the food bank since 2015.",
        "Volunteer at the food bank since 2018",
    ),
    (
        "There were four of us on the night desk at the hotel.",
        "There were six of us on the night desk at the hotel.",
    ),
    ("I sold 70 memberships in the first quarter.", "Sold 45 memberships in the first quarter"),
    (
        "The audit found three mistakes in our medication records.",
        "The audit found eleven mistakes in the medication records.",
    ),
]

NOT_NOTICED = [
    (
        "I told them that I would be available from Monday.",
        "I said I would be available from Wednesday",
    ),
    (
        "Five of the residents complained, and I apologised to all of them the same evening.",
        "Two residents complained, and I apologised to both of them the same evening.",
    ),
]
"""They contradict each other too, but too little of them is the same to be sure."""

AGREE = [
    (
        "Late deliveries were at 7% by June, down from 9%.",
        "Late deliveries were cut from 9% to 3%.",
    ),
    (
        "I cut our late deliveries from nine percent to three within 14 months.",
        "I cut late deliveries at Hallam Crust from 9% to 3% in 14 months",
    ),
    ("I had a team of 22 people there, drivers and loaders.", "Team of 22, drivers and loaders"),
    (
        "Turnover among drivers was 41 percent when I came.",
        "Driver turnover fell from 41% to 18% in two years",
    ),
    (
        "I saved nearly forty thousand pounds a year on hired vans.",
        "Saved about £38,000 a year on hired vans by re-planning 46 routes",
    ),
    (
        "I would cut late deliveries from 7% to 4% here.",
        "I cut late deliveries at Hallam Crust from 9% to 3% in 14 months",
    ),
    ("At Penline I had a team of 15 loaders.", "Team of 22, drivers and loaders at Hallam Crust"),
    (
        "After six months late deliveries were down from 9% to 6%.",
        "I cut late deliveries at Hallam Crust from 9% to 3% in 14 months",
    ),
    (
        "Of the 30 self-employed drivers, 12 came to the meeting.",
        "Led the early shift of 15 loaders and 30 self-employed drivers.",
    ),
    (
        "I moved 12 residents into the east wing and 19 into the west wing.",
        "The boiler failed on a Friday night with 31 residents in the building.",
    ),
    (
        "Two of the residents had a cold after the boiler had failed.",
        "The boiler failed on a Friday night with 31 residents in the building.",
    ),
    (
        "In my second year I taught the course to 52 apprentices.",
        "Taught the new course to 38 apprentices in the first year",
    ),
    (
        "We ran the same course again in Bristol with twelve apprentices.",
        "Taught the new course to 38 apprentices in the first year",
    ),
    (
        "The first migration took six weeks, the second one only two.",
        "The migration took six weeks, without any loss of data.",
    ),
    (
        "I plan to have the migration done in eight weeks.",
        "The migration took six weeks, without any loss of data.",
    ),
    (
        "On the Canal project my manager was Paul Green.",
        "On the Harbour project my manager was Susan Hill.",
    ),
    (
        "I joined Elm House in 2018 and became charge nurse in 2020.",
        "Joined Elm House as a night nurse in 2018.",
    ),
    (
        "I worked four years at the Leeds warehouse, two of them as its manager.",
        "Ran the Leeds warehouse for two years",
    ),
    ("I ran the Derby warehouse for four years.", "Ran the Leeds warehouse for two years"),
    (
        "The supplier asked for 15% more, and I negotiated.",
        "Negotiated a 7% discount with the packaging supplier",
    ),
    (
        "I negotiated a 4% discount with the courier.",
        "Negotiated a 7% discount with the packaging supplier",
    ),
    (
        "I was responsible for a budget of a bit more than a million pounds.",
        "Responsible for a budget of £1.2 million",
    ),
    (
        "The night shift had six packers and one forklift.",
        "The day shift had fourteen packers and one forklift.",
    ),
    (
        "The page used to load in 900 milliseconds before I rewrote the cache.",
        "Rewrote the cache so that the page loaded in 300 milliseconds",
    ),
    (
        "I rang every one of the thirty-one families myself.",
        "The boiler failed on a Friday night with 31 residents in the building.",
    ),
    (
        "We had 31 residents, eleven of them in wheelchairs.",
        "The boiler failed on a Friday night with 31 residents in the building.",
    ),
    (
        "There are 14 packers and 16 drivers in Sheffield.",
        "Sheffield has 14 packers, 16 drivers and 3 planners.",
    ),
    (
        "I checked 20 parcels a day by hand in the first month of the returns desk.",
        "Set up the returns desk, from an empty corner to 400 parcels a day in five months.",
    ),
    (
        "My class of 27 had four pupils who could not read.",
        "In maths my class of 27 pupils moved up by a grade.",
    ),
    ("I had three people on my team at the bank.", "I had eight people on my team at the council."),
    (
        "Sickness was nine days when I took over, and it was seven by Christmas.",
        "I met everyone on the ward, and sickness fell from nine days to four.",
    ),
    (
        "I sent Dana the rota template on Friday.",
        "I said Dana would have the rota template by Friday",
    ),
    (
        "The 46 routes were planned by two people.",
        "Saved about £38,000 a year on hired vans by re-planning 46 routes",
    ),
    (
        "The allotment has 64 plots and twelve of them were empty.",
        "Treasurer of a community allotment with 64 plots since 2021",
    ),
    (
        "Complaints used to wait for nine days before I changed the rota.",
        "After I changed the rota, complaints were answered within five days",
    ),
    ("We went live with 85 users and had 120 by the summer.", "Went live in May with 85 users."),
    (
        "I trained fourteen volunteers, and three of them trained others.",
        "Trained fourteen volunteers on the new till",
    ),
    (
        "Our churn was 8% and we talked about it every week.",
        "Changed the onboarding; churn dropped from 8% to 3%",
    ),
    (
        "By summer churn had dropped from 8% to 5%.",
        "Changed the onboarding; churn dropped from 8% to 3%",
    ),
    (
        "The ward had 28 beds, and on nights there were four nurses.",
        "Ward manager, 28 beds, team of 22 nurses",
    ),
    (
        "On a bad Monday I closed 60 tickets on the service desk.",
        "Closed 35 tickets a week on the service desk",
    ),
    (
        "I closed seven tickets a day on the service desk.",
        "Closed 35 tickets a week on the service desk",
    ),
    ("I raised £4,000 for the school library.", "Raised £11,500 for a new playground"),
    ("The bakery gave £4,000 for the new playground.", "Raised £11,500 for a new playground"),
    (
        "The second audit found three mistakes.",
        "The audit found eleven mistakes in the medication records.",
    ),
    ("I joined Brightwater in 2015.", "I left Brightwater in 2019, after the merger."),
    (
        "My supervisor on the tunnel project was Tom Reed.",
        "My supervisor on the bridge project was Anita Rao.",
    ),
    ("I am available on Monday for a call.", "I said I would be available from Wednesday"),
    (
        "We delivered the new menu in ten weeks and it cost £18,000 of the £20,000.",
        "Delivered the new menu in ten weeks with a budget of £20,000",
    ),
    (
        "Waiting time at the counter was twelve minutes on a Saturday.",
        "Waiting time at the counter came down to seven minutes on average",
    ),
    ("I managed four shops in the south region.", "Managed seven shops in the north region"),
    (
        "I managed seven shops, and two of the shops were new.",
        "Managed seven shops in the north region",
    ),
    (
        "Each of us moved sixty boxes out of the archive.",
        "Moved 180 boxes out of the flooded archive in one night",
    ),
    (
        "We moved 60 boxes out of the archive before midnight.",
        "Moved 180 boxes out of the flooded archive in one night",
    ),
    (
        "I have been the treasurer of the food bank since 2021.",
        "Volunteer at the food bank since 2018",
    ),
    (
        "There were four of us on the day desk at the hotel.",
        "There were six of us on the night desk at the hotel.",
    ),
    ("I sold 90 memberships in the second quarter.", "Sold 45 memberships in the first quarter"),
    ("I sold 12 memberships in the first week.", "Sold 45 memberships in the first quarter"),
    (
        "I want to sell 70 memberships in the first quarter here.",
        "Sold 45 memberships in the first quarter",
    ),
    (
        "It took two weeks to find the leak and one day to repair the pipe.",
        "We repaired the pipe in three days.",
    ),
    ("About 80 users were there when we went live in May.", "Went live in May with 85 users."),
    (
        "At Norwood I managed five shops in the region.",
        "At Kelso I managed seven shops in the region.",
    ),
    (
        "Three drivers left in my first year and five in my second year.",
        "Two drivers left in my third year.",
    ),
    ("The kitchen served 300 meals at lunch.", "The kitchen served 180 meals at dinner."),
    (
        "I spoke to ten customers in Leeds about the returns policy.",
        "I spoke to 25 customers in York about the returns policy.",
    ),
]
"""Nothing of which is to be held against anybody."""
