/** Given and family names from many places, so that sorting, searching and width are all tried. */
export const GIVEN_NAMES = (
  'Maya Jonas Aisha Tomás Ingrid Kofi Priya Liam Zoë Mateusz Hana Diego Freya Omar Chloé Nikolai ' +
  'Amara Felix Leilani Søren Beatriz Arjun Nora Théo Yusuf Klara Emeka Sofia Rhys Mirela Andrés ' +
  'Greta Malik Saoirse Viktor Lucía Tariq Elif Oskar Ngozi Ruben Ayşe Dmitri Paloma Idris Linnea ' +
  'Bo Al Jo Ty'
).split(' ');

export const FAMILY_NAMES = (
  'Okafor Lindqvist Moreau Haddad Kowalski Tanaka Fernández Novak Byrne Mensah Rossi Petrov Ahmed ' +
  'Schneider O’Connor Silva Ivanova Yılmaz Bergström Castillo Nair Dubois Kaya Andersen Popescu ' +
  'Walsh García Adeyemi Horváth Lopes Jensen Murphy Rahman Vasquez Bauer Nguyen Eriksen Costa'
).split(' ');

/** Whole names in other scripts and with marks in them; they stay as their owners write them. */
export const OTHER_NAMES: readonly string[] = [
  'أمل الحسن',
  'يوسف منصور',
  'נועה לוי',
  'דניאל כהן',
  '佐藤 美咲',
  '王小明',
  '김하늘',
  'Дарья Орлова',
  'Ελένη Παππά',
  'สมชาย ใจดี',
  'Chiara 🌻',
  '🎸 Duke',
  'Lea 👩🏽‍🚀 Winter',
];

export const GROUP_TITLES: readonly string[] = [
  'Family',
  'Sunday football',
  'Flat 4B',
  'Book club 📚',
  'Climbing on Thursdays',
  'Cousins',
  'Parents of class 3b',
  'Allotment neighbours',
  'Choir altos',
  'Board games 🎲',
  'Ski weekend',
  'Old Lisbon crew',
  'Street party planning',
  'Running before work',
  'Film night 🍿',
  'Dog walkers',
  'Pottery studio',
  'Carpool north',
];

export const WORK_TITLES: readonly string[] = [
  'design-review',
  'release-train',
  'lunch-somewhere',
  'team-maple',
  'support-handover',
  'office-moves',
  'random',
  'hiring-spring',
  'incident-notes',
  'customer-voices',
];

export const PLACES: readonly string[] = [
  'Porto',
  'Lake Bled',
  'Kyoto',
  'Galway',
  'Oaxaca',
  'Tromsø',
  'Essaouira',
  'Gdańsk',
  'Hội An',
  'Valparaíso',
];

/** Eighty characters, the longest title that networks commonly let through. */
export const LONG_TITLE =
  'Everyone who is bringing salad, bread or chairs to the garden party on Saturday!';
