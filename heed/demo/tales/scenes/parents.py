"""What parents tell, ask and complain of; and ordinary news from home."""

from heed.demo.tales.script import scenes

PARENTS = scenes("""
== at the door; cat=parent_concern; by=T; at=home; in=door; wt=4
1 {parent} told me at the door that {N} [has not wanted to come to school since {date-3-8}|cries at bedtime|says {he} has nobody to play with|has been waking at {n2-5}].
1 {parent} asked [how {N} had been today|whether {N} eats {his} lunch|who {N} plays with]. {phe} said that {news}.
1 {parent} said that another child had [called {N} names|hurt {N}'s {limb}|taken {N}'s {game} cards] and [asked what the school would do|wanted the family's number].
1 {parent} waited until the others had gone. {phe} told me that [{phe} has lost {phis} job|the family must move by {date+15-30}|there is no heating|{phe} has not been well].
2 I said what I had seen in class: {N} [joined in {lesson}|ate {dish}|worked with {n2-3} others|was quiet].
2 {N} [stood beside {phim}|held {phis} bag|was out of hearing] while we spoke.
> Agreed to [speak on {day}s|write in the contact book|ring on {date+2-5}].
> Told {told} at {t+12-40}.
== by telephone; cat=parent_concern; by=office T fw; at=phone; in=phone; wt=4
1 {parent} rang at {t}. {phe} said that {N} had [come home with a torn {garment}|said that {he} hates school|been awake since {n3-5}|refused to get in the car].
1 {parent} rang about [the lunch menu|a lost {garment}|the trip money|a letter in {his} bag] and then said that {news}.
1 I rang {parent} about {lesson}. {phe} told me that [{phe} works nights from {date+2-5}|{N} is with {phis} sister until {date+3-6}|a cousin has come to live with them].
1 {parent} left a message at {t}: “[Please ring me, it's about the playground|He's not himself|I don't know who to ask|Can somebody call me before three]”.
2 We spoke for {n4-12} minutes.
2 {phe} [cried|laughed at one point|thanked me|put the telephone down before I had finished].
> Passed on to {told}.
> Said that {T} will ring at {t+30-120}.
== in writing; cat=parent_concern; by=office T head; at=phone; in=email; wt=2
1 {parent} wrote {n3-9} paragraphs about [{lesson}|the seating in {class}|what another child said|homework]. {phe} asks for an answer by {date+2-4}.
1 A [note|card] came in {N}'s book bag from {parent}: {phe} [is worried about {his} reading|says that {he} hides {his} lunch|asks for the name of a counsellor].
2 The last line reads: “[I expect better|I know you do your best|this is my last letter].”
> Answered on {date+1-2} after speaking with {told}.
== cross parent; cat=parent_concern; by=office ah; at=home; in=gate; wt=1
1 {parent} raised {phis} voice at the gate at {t} and said, “[Nobody in that school listens|I pay my taxes|You've got it in for my kid|I'll have your job]”. {n3-9} families were there.
1 {parent} came to the hatch at {t} and [struck the counter|spoke over me {n3-5} times|asked for the head's name in writing].
2 {N} {body} beside {phim}.
2 {phe} lowered {phis} voice when {ah} [came out|offered a chair].
> {head} wrote to {phim} on {date+1-2}.
== good news; cat=parent_concern; by=T fw; at=home; in=door; wt=2
1 {parent} said that {N} [sleeps through since {date-6-12}|has asked a friend for tea|has begun to read aloud to the {animal}|is eating breakfast].
1 {parent} stopped to say that [the GP has seen {N}|the new flat is ready|the glasses have come|the job has begun].
> Told {told}, who had asked about it.
== who may collect; cat=parent_concern; by=office; at=phone; in=desk; wt=2
1 {parent} asked that [{other} collects {N} on {day}s|nobody else collects {N} until further notice|a neighbour may collect {N} until {date+4-9}].
1 A man who gave his name as an uncle came for {N} at {t}. He is not on the list. {parent} [said yes by telephone|said no and came {phim}self].
> List changed and signed.
> {T} and {ta} told before the bell.
""")
