/** Talks of several; the digit is who speaks, `>` is the owner. */
export const GROUP_TALKS: readonly (readonly string[])[] = [
  [
    '1 Who is in for Saturday?',
    '2 Me!',
    '3 Me plus one',
    '> I can bring the big pan',
    '1 Great, then we only need drinks',
    '2 I will stop at the shop on the way',
    '4 Sorry, working until six. I will join for the second half',
  ],
  [
    '1 The heating in the stairwell is off again',
    '2 I called, they come tomorrow between 8 and 12',
    '3 I am at home, I can let them in',
    '> Thank you, I owe you a jar of jam',
    '3 Apricot please',
    '1 It is warm again! That was quick',
  ],
  [
    '1 Does anyone have photos from the hike?',
    '2 About two hundred. Half of them are the same cow',
    '> It was a very good cow',
    '2 I will put them in the album tonight',
    '4 Please leave out the one where I fall into the brook',
    '2 That one is the cover',
  ],
  [
    '1 Reminder: swimming things on Wednesday',
    '2 And the consent form for the museum',
    '3 What form?',
    '1 The green one, it was in the bag last week',
    '3 Found it under a sandwich',
    '> Ours has a sandwich stain as well, must be tradition',
  ],
  [
    '1 Rehearsal is in the small hall this week',
    '2 Which entrance?',
    '1 The side door, the bell is broken so please knock loudly',
    '4 Page 12 from the top, yes?',
    '1 Yes, and bring pencils',
    '> See you at seven',
  ],
  [
    '1 Which game on Friday?',
    '2 Anything but the one with the sheep',
    '3 The one with the sheep!',
    '> I vote sheep',
    '2 I hate all of you',
    '1 Sheep it is 🐑',
  ],
  [
    '1 Grandma turns 90 in March, we should plan something',
    '2 Garden party at ours if the weather plays along',
    '3 I can do the slideshow',
    '4 I will call the aunts',
    '> I will take care of cake and chairs',
    '1 She says no presents. She means small presents',
  ],
  [
    '1 Train or car for the trip?',
    '2 Train, then nobody has to stay sober',
    '3 Train. There is a group ticket until Sunday',
    '> Book me in, I will send you the money today',
    '1 Done, five seats by the window',
    '4 You are heroes',
  ],
  [
    '1 Has anyone seen my bottle? Blue, lots of stickers',
    '2 I think it is on the windowsill in the changing room',
    '1 You are right, thank you!',
    '3 New route on the left wall by the way. Very crimpy',
    '> My fingers hurt from reading that',
  ],
];

/** Talks at work; tone and topics differ from those of friends. */
export const WORK_TALKS: readonly (readonly string[])[] = [
  [
    '1 The draft of the price page is ready for a look',
    '> Reading it now',
    '> Two small notes in the margin, otherwise good to go',
    '1 Thanks, changed both',
    '2 Shipped 🎉',
  ],
  [
    '1 Can we move the Thursday call to 15:00?',
    '2 Works for me',
    '> Same here',
    '3 I have a clash until a quarter past, start without me',
    '1 Moved, same link as always',
  ],
  [
    '1 Two customers report that the export is empty',
    '2 I can reproduce it with a date range over new year',
    '> Looks like the time zone again. I am on it',
    '1 Should we put up a notice?',
    '> Give me half an hour first',
    '> Fixed and running, please check with yours',
    '2 Confirmed, both have their files',
  ],
  [
    '1 Lunch at the market hall?',
    '2 Always',
    '3 Save me a dumpling, I am in a call until one',
    '> I am bringing my own today, but I will sit with you',
  ],
  [
    '1 Thank you for your application, we would love to meet you',
    '> Thank you, I am looking forward to it',
    '1 Would next Tuesday at 11:00 suit you?',
    '> That suits me very well',
    '1 Lovely, the invitation is on its way. It will be the two of us and Freya from the team',
  ],
  [
    '1 Who has the key to the meeting room cupboard?',
    '2 It lives in the plant',
    '1 In the plant?',
    '2 In the pot. Do not ask',
    '3 This is why we can never move offices',
  ],
];

export const SELF_NOTES: readonly string[] = [
  '> Milk, oats, lemons, bin bags',
  '> Locker code at the pool: ask at the desk',
  '> Gift idea for Nora: the blue teapot from the market',
  '> Call the insurance before the 30th',
  '> Bus 42 leaves at 7 past',
];

export const ANNOUNCEMENTS: readonly string[] = [
  '1 The library closes at 16:00 today because of the storm warning',
  '1 New opening hours from Monday: 9 to 19, Saturdays until 14:00',
  '1 Thank you all for 1,000 seed packets swapped this spring 🌱',
  '1 The lift at the north entrance is in service again',
];
