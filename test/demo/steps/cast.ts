/** The chats that the tour is about, out of those every stand-in begins with. */
export const MAYA = 'Maya Lindqvist';
export const FAMILY = 'Family';
export const PRIYA = 'Priya Nair';
export const BO = 'Bo';
export const DIEGO = 'Diego Castillo';
