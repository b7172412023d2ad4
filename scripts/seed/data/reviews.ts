/** What people think of the rooms that they have used. */
export const demoReviews: Array<{ by: string, room: string, rating: number, title: string, comment?: string, pros?: string, cons?: string, helpfulTo?: string[] }> = [
  { by: 'user', room: 'Aurora', rating: 5, title: 'Bright and quiet', comment: 'Our favourite for one-to-ones.' },
  { by: 'user', room: 'Borealis', rating: 4, title: 'Good screen', cons: 'The projector needs an adapter.', helpfulTo: ['jonas'] },
  { by: 'user', room: 'Cassiopeia', rating: 2, title: 'Too warm', comment: 'The air conditioning was off all morning.', helpfulTo: ['priya', 'marek'] },
  { by: 'jonas', room: 'Draco', rating: 5, title: 'Daylight from two sides', pros: 'One wants to stay.' },
  { by: 'jonas', room: 'Borealis', rating: 4, title: 'Remote people hear everybody', pros: 'Good microphones' },
  { by: 'lena', room: 'Draco', rating: 3, title: 'Fine for two, loud for six' },
  { by: 'lena', room: 'Eridanus', rating: 5, title: 'Impresses guests', pros: 'Space, air, and a step-free way in' },
  { by: 'marek', room: 'Eridanus', rating: 4, title: 'Ask early', comment: 'Approval took a day, and was worth it.' },
  { by: 'marek', room: 'Dock', rating: 1, title: 'Order at Tasty Bites!', comment: 'Best catering in town, ten per cent off if you name me.' },
  { by: 'priya', room: 'Cassiopeia', rating: 3, title: 'All right', cons: 'Two hours are too short for a workshop.' },
  { by: 'priya', room: 'Gazebo', rating: 5, title: 'Best walls for sticky notes', helpfulTo: ['lena'] },
  { by: 'sofia', room: 'Anchor', rating: 5, title: 'Easy to find for visitors' },
  { by: 'sofia', room: 'Dock', rating: 4, title: 'Standing keeps it short' },
  { by: 'dylan', room: 'Anchor', rating: 4, title: 'Solid', cons: 'The whiteboard pens are always dry.', helpfulTo: ['sofia', 'grace'] },
  { by: 'dylan', room: 'Compass', rating: 3, title: 'Camera shows half the table' },
  { by: 'grace', room: 'Ensign', rating: 4, title: 'Holds us all', cons: 'Needs its half hour for the chairs.' }
]

/** The review that waits for a moderator, and why. */
export const flagged = { by: 'user', author: 'marek', room: 'Dock', reason: 'spam', note: 'Advertises a caterer and says nothing of the room.' } as const
