"""Answers for the tagger to read, written for these tests and in no corpus; all is made up."""

DEADLINE = "Tell me about a time you had to meet a hard deadline."
CONFLICT = "Tell me about a time you disagreed with a colleague."

FLOOD = (
    "In February last year a pipe burst above the archive of the county museum in Ripley, and "
    "forty boxes of parish registers were standing in water on a Sunday evening.",
    "I was the conservator on call, and I had to get every register into a freezer before mould "
    "set in, which gave me about forty-eight hours.",
    "I rang a fish wholesaler for space in his cold store, because the freezer we had would have "
    "taken nine boxes at most.",
    "Then I sorted the boxes by how wet they were, and I showed two porters how to wrap the worst "
    "of them in waxed paper.",
    "When the van broke down I carried the last six across in my own car.",
)
FLOOD_RESULT = (
    "All forty boxes were frozen by Tuesday noon, and only three registers needed repair.",
    "The insurer's surveyor checked every one and wrote that nothing had been lost.",
)
ROTA = (
    "In my second summer at the lido in Fenwick, the deputy manager wanted to cut the early shift "
    "of lifeguards from three to two.",
    "I was responsible for the rota, and I had to have it settled before the school holidays "
    "began.",
    "I disagreed, so I counted the swimmers at seven every morning for two weeks.",
    "I sat down with her, showed her the counts and asked which mornings worried her about money.",
    "I suggested two guards on Mondays and Tuesdays and three on the other days, because the club "
    "trains from Wednesday on.",
    "She agreed, we saved eleven hours a week, and there was not one incident all summer.",
)
TRANSCRIPT = (
    "yeah so um this was in november at the bus depot in harlow and the ticket server went "
    "down at four in the morning just before the first buses and it was on me as the night "
    "supervisor to get sixty drivers out by five so i rang the vendor and nobody picked up "
    "and then i printed the old paper rolls and i walked down the line and i gave every "
    "driver one and showed them how to stamp it because half of them had never seen one and "
    "in the end all sixty buses left on time and the operations manager put it into the "
    "emergency plan"
)
HABIT = (
    "I always start with the hardest thing on the list. Usually I make a plan on Monday mornings "
    "and I check it every evening. When somebody comes with something urgent, I normally ask when "
    "they need it and move other things around. I tend to work well under pressure and my "
    "deadlines are generally met."
)
WOULD = (
    "I would first sit down and see what really has to be done. Then I would talk to my manager "
    "about what could wait. I would probably split the work between the people in the team, and I "
    "would make sure that everybody knew the date. If it got tight I would stay late."
)
OPINION = (
    "I think deadlines are important because customers depend on them. In my view people do not "
    "take them seriously enough. I am a very reliable person and I believe that honesty matters "
    "most. Good teams respect each other's time."
)
NONE = "Hmm, I don't know. Nothing comes to mind right now, sorry. Can we skip that one?"
PLAN_QUESTION = "How would you handle a supplier who misses every second delivery?"
PLAN = (
    "What is at stake is the trust of our customers, because an empty shelf on a Saturday sends "
    "them to the shop next door for good. My goal would be that nine of ten deliveries arrive on "
    "the day within two months. First I would go through the last ten orders and see which ones "
    "were late, since I do not want to argue from memory. Then I would visit the supplier and ask "
    "what goes wrong at their end. If nothing changed in a month I would place a third of the "
    "orders elsewhere. I would know it had worked if the late list was down to one in ten by the "
    "end of June. In 2021 I did the same with a bakery in Selby, and after six weeks they were on "
    "time every day."
)
GERMAN = (
    "Im vergangenen Herbst ist in unserer Werkstatt der Kompressor ausgefallen, und ich musste "
    "noch in derselben Nacht Ersatz beschaffen, damit der Kunde seine Teile am Morgen bekam."
)
GIBBERISH = "flurb gnax tromble skee vint orbaq zelp druin kwamp yost brilk fenn"
