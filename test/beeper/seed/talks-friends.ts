/** Talks between two people, oldest line first; `<` is the other person, `>` the owner. */
export const FRIEND_TALKS: readonly (readonly string[])[] = [
  [
    '< Are you still up for dinner on Friday?',
    '> Yes! Same place as last time?',
    '< I was thinking the noodle bar by the station',
    '> Even better. Half past seven?',
    '< Perfect, I will book a table for two',
    '< They only had eight o’clock, hope that is fine',
    '> Eight works, I can walk over from the office',
  ],
  [
    '> Did the plumber come?',
    '< He did, the tap is fixed. He says the boiler has maybe two winters left',
    '> That is better than I feared',
    '< He left a quote, I put it on the kitchen table',
    '< Also we are out of coffee',
    '> On my way past the shop in an hour',
    '< You are the best ❤️',
  ],
  [
    '< Look who learned to ride without the little wheels today',
    '> No! Already?',
    '< Three laps round the park and only one hedge',
    '> Please tell her I am very proud. Of both of them',
    '< The hedge says thank you 😂',
  ],
  [
    '< Can I borrow your drill this weekend?',
    '> Sure, it is in the cellar. The long bits are with Jonas though',
    '< Short ones will do, it is just a shelf',
    '> Famous last words',
    '< I will send a photo either way',
    '< Whenever it suits you I can pick it up',
  ],
  [
    '< The train is standing outside the city again',
    '> How long this time?',
    '< They say twenty minutes. Nobody believes them',
    '> I will keep the soup warm',
    '< Moving!',
    '< And standing again',
    '< Okay, ten minutes, really now',
  ],
  [
    '> How did the exam go?',
    '< Better than the last one. I had time left at the end',
    '> That sounds like a pass to me',
    '< Results come on the 14th, until then I am not thinking about it',
    '< Want to go swimming tomorrow? I need to get out of the library',
    '> Outdoor pool at ten?',
    '< Deal 🏊',
  ],
  [
    '< Happy birthday!! 🎂🎈',
    '> Thank you! You remembered before my own brother did',
    '< I had an alarm. Do not tell anyone',
    '> Cake on Sunday, you are invited',
    '< What can I bring?',
    '> Just yourself, and maybe the good lemonade',
  ],
  [
    '< Your parcel came to us by mistake',
    '> Oh great, I was already looking for it',
    '< It is by the door, ring any time before nine',
    '> I can be there in fifteen minutes',
    '< No hurry. It is quite heavy, is it books?',
    '> Flower pots. Do not judge me',
  ],
  [
    '< Mum asks whether you eat mushrooms',
    '> I do, tell her I eat everything she cooks',
    '< She is very pleased with that answer',
    '< She wants to know about the train times too',
    '> Arriving 17:42, I will walk from the station',
    '< Dad insists on picking you up',
    '> Then I give in 🙂',
  ],
  [
    '< I finished the novel you lent me',
    '> And??',
    '< I did not see the ending coming at all. Sat on the balcony until it was dark',
    '> The part with the lighthouse gets me every time',
    '< Do you have the next one?',
    '> Somewhere. I will dig it out for Thursday',
  ],
  [
    '< Do you know a good dentist around here?',
    '> Mine is lovely, near the old market hall',
    '< Do they take new patients?',
    '> They did in spring. Say I sent you',
    '< Got an appointment for Tuesday at 8:15, thank you!',
    '> Early bird. Good luck',
  ],
  [
    '< The cat is on the roof of the shed again',
    '> Does she look sorry?',
    '< She looks like the owner of the shed',
    '> Try the tin of tuna',
    '< Worked in four seconds',
  ],
  [
    '< Are we still doing the run on Saturday?',
    '> If it does not pour, yes. 8 km along the river?',
    '< I have not run since May so please be kind',
    '> Walking breaks at every bridge, I promise',
    '< There are six bridges. I like this plan',
    '< Seven counting the small one 🏃‍♀️',
  ],
  [
    '< I got the job!!!',
    '> WHAT. Congratulations!',
    '< Start on the first of next month. I am still shaking',
    '> You worked so hard for it. When do we celebrate?',
    '< Tonight? Come over, there will be pancakes',
    '> Leaving in ten',
  ],
  [
    '> Did you feed the fish?',
    '< Twice, they looked hungry',
    '> They always look hungry',
    '< Noted. No dinner for the fish tomorrow then',
    '> Exactly. Everything else fine at the flat?',
    '< The basil did not make it. I am sorry',
  ],
  [
    '< Can you send me the recipe for the lentil thing?',
    '> Two cups of red lentils, one onion, a tin of tomatoes, cumin, and be generous with the lemon',
    '< How long on the stove?',
    '> 25 minutes or until it looks like it wants to be soup',
    '< It wants to be soup. Thank you!',
  ],
  [
    '< Landed! Sunny and 26 degrees',
    '> Show off. It is raining sideways here',
    '< I will bring you a lemon',
    '> Bring the weather',
    '< Luggage is here, phone has signal, all is good',
    '< Hotel has a tiny balcony with a view of a much bigger balcony',
  ],
  [
    '< Could you look after Pepper from the 3rd to the 6th?',
    '> Gladly. Same food as last time?',
    '< Same food, but she now takes half a tablet in the morning',
    '> With cheese?',
    '< With so much cheese',
    '< I will bring everything on Thursday evening 🐕',
  ],
];

interface ForeignTalk {
  /** Whoever writes their own name this way is met in this language. */
  spokenBy: RegExp;
  conversation: readonly string[];
}

/** Talks in other languages, with their own scripts and directions. */
export const FOREIGN_TALKS: readonly ForeignTalk[] = [
  {
    spokenBy: /\p{Script=Arabic}/u,
    conversation: [
      '< مرحبا، هل وصلت إلى البيت؟',
      '> نعم، قبل قليل',
      '< الحمد لله. اتصل بي غدا عندما تستيقظ',
      '< ولا تنس الكتاب!',
    ],
  },
  {
    spokenBy: /\p{Script=Hebrew}/u,
    conversation: [
      '< היי, מה שלומך?',
      '> הכול טוב, ואצלך?',
      '< נפגשים מחר בשש ליד התחנה?',
      '> מצוין, נתראה',
    ],
  },
  {
    spokenBy: /佐藤/,
    conversation: [
      '< 明日の待ち合わせは何時にする？',
      '> 十時に駅前でどう？',
      '< いいね。雨だったら喫茶店で',
      '< 楽しみ！☕',
    ],
  },
  {
    spokenBy: /王小明/,
    conversation: [
      '< 你到了吗？',
      '> 马上，还有五分钟',
      '< 好的，我在门口等你',
      '< 顺便带两杯豆浆',
    ],
  },
  {
    spokenBy: /Diego/,
    conversation: [
      '< ¿Al final vienes el sábado?',
      '> Sí, somos cuatro',
      '< Genial, hago tortilla grande',
      '< Y traed hielo, por favor',
    ],
  },
  {
    spokenBy: /Klara/,
    conversation: [
      '< Kommst du morgen zum Training?',
      '> Leider erst um sieben',
      '< Passt, wir fangen eh später an',
      '< Bring bitte die Bälle mit ⚽',
    ],
  },
];
