/** A meeting: who has which room, on which working day from today, at which time of the room's clock. Titles tell one from another. */
export interface Meeting { by: string, room: string, day: number, at: string, minutes: number, title: string, attendeeCount?: number }

/** A meeting to come, and what somebody did about it. Where nobody did, one of a room that requires approval is pending. */
export interface ComingMeeting extends Meeting {
  attendees?: string[]
  outcome?: { by: string, is: 'approved' | 'rejected' | 'cancelled', reason: string }
}

/** What is over. */
export const pastMeetings: Meeting[] = [
  { by: 'user', room: 'Aurora', day: -3, at: '10:00', minutes: 60, title: 'One-to-one with Jonas', attendeeCount: 2 },
  { by: 'user', room: 'Borealis', day: -5, at: '14:00', minutes: 90, title: 'Roadmap review', attendeeCount: 6 },
  { by: 'user', room: 'Cassiopeia', day: -8, at: '09:30', minutes: 120, title: 'Quarterly planning', attendeeCount: 12 },
  { by: 'user', room: 'Fornax', day: -2, at: '17:00', minutes: 20, title: 'Call with the landlord' },
  { by: 'jonas', room: 'Draco', day: -2, at: '13:00', minutes: 60, title: 'Code review', attendeeCount: 4 },
  { by: 'jonas', room: 'Borealis', day: -6, at: '10:00', minutes: 60, title: 'Architecture round', attendeeCount: 7 },
  { by: 'lena', room: 'Draco', day: -7, at: '15:00', minutes: 45, title: 'Pairing', attendeeCount: 2 },
  { by: 'lena', room: 'Eridanus', day: -4, at: '09:00', minutes: 180, title: 'Welcome day', attendeeCount: 16 },
  { by: 'lena', room: 'Hedge', day: -1, at: '14:00', minutes: 120, title: 'Writing', attendeeCount: 1 },
  { by: 'marek', room: 'Aurora', day: -6, at: '16:00', minutes: 30, title: 'Call with a customer' },
  { by: 'marek', room: 'Eridanus', day: -9, at: '13:00', minutes: 120, title: 'Sales training', attendeeCount: 14 },
  { by: 'marek', room: 'Dock', day: -12, at: '10:00', minutes: 60, title: 'After the trade fair', attendeeCount: 5 },
  { by: 'priya', room: 'Cassiopeia', day: -3, at: '11:00', minutes: 60, title: 'Interview', attendeeCount: 4 },
  { by: 'priya', room: 'Gazebo', day: -5, at: '10:00', minutes: 120, title: 'Design workshop', attendeeCount: 9 },
  { by: 'sofia', room: 'Anchor', day: -4, at: '10:00', minutes: 60, title: 'Customer visit', attendeeCount: 8 },
  { by: 'sofia', room: 'Dock', day: -7, at: '14:00', minutes: 60, title: 'Tender', attendeeCount: 4 },
  { by: 'dylan', room: 'Anchor', day: -2, at: '15:00', minutes: 60, title: 'Support round', attendeeCount: 6 },
  { by: 'dylan', room: 'Beacon', day: -9, at: '11:00', minutes: 30, title: 'Phone screening' },
  { by: 'dylan', room: 'Compass', day: -5, at: '09:00', minutes: 45, title: 'Incident review', attendeeCount: 5 },
  { by: 'noah', room: 'Compass', day: -8, at: '13:00', minutes: 60, title: 'Moderators’ round', attendeeCount: 2 },
  { by: 'grace', room: 'Ensign', day: -10, at: '09:00', minutes: 240, title: 'Fire safety for everybody', attendeeCount: 45 },
  { by: 'manager', room: 'Hedge', day: -6, at: '09:00', minutes: 60, title: 'With the cleaners', attendeeCount: 3 }
]

/** What is to come. */
export const comingMeetings: ComingMeeting[] = [
  { by: 'user', room: 'Aurora', day: 1, at: '10:00', minutes: 60, title: 'One-to-one with Lena', attendeeCount: 2 },
  { by: 'user', room: 'Borealis', day: 2, at: '11:00', minutes: 60, title: 'Sprint planning', attendees: ['jonas', 'lena', 'priya'] },
  { by: 'user', room: 'Eridanus', day: 5, at: '09:00', minutes: 180, title: 'Customer workshop', attendeeCount: 18 },
  { by: 'user', room: 'Fornax', day: 1, at: '16:00', minutes: 20, title: 'Call with the bank' },
  { by: 'user', room: 'Foghorn', day: 7, at: '11:00', minutes: 60, title: 'Trying the new display', attendeeCount: 3 },
  { by: 'jonas', room: 'Cassiopeia', day: 2, at: '09:00', minutes: 60, title: 'Job interview', attendeeCount: 4 },
  { by: 'jonas', room: 'Borealis', day: 3, at: '14:00', minutes: 90, title: 'Release review', attendeeCount: 8 },
  { by: 'jonas', room: 'Aurora', day: 4, at: '15:00', minutes: 30, title: 'Call with the auditors', outcome: { by: 'jonas', is: 'cancelled', reason: 'The auditors moved the call.' } },
  { by: 'lena', room: 'Draco', day: 1, at: '14:00', minutes: 60, title: 'Retrospective', attendeeCount: 6 },
  { by: 'lena', room: 'Hedge', day: 2, at: '18:00', minutes: 120, title: 'Reading group', attendeeCount: 5 },
  { by: 'marek', room: 'Cassiopeia', day: 4, at: '13:00', minutes: 120, title: 'Offer for Brandt', attendeeCount: 7 },
  { by: 'marek', room: 'Eridanus', day: 8, at: '10:00', minutes: 120, title: 'Partner day', attendeeCount: 20, outcome: { by: 'manager', is: 'approved', reason: 'Catering is ordered.' } },
  { by: 'marek', room: 'Ensign', day: 6, at: '16:00', minutes: 180, title: 'Team party', attendeeCount: 50, outcome: { by: 'grace', is: 'rejected', reason: 'The hall is being painted that day.' } },
  { by: 'priya', room: 'Gazebo', day: 3, at: '10:00', minutes: 120, title: 'User interviews', attendeeCount: 4 },
  { by: 'priya', room: 'Borealis', day: 6, at: '09:30', minutes: 60, title: 'Design critique', attendeeCount: 5 },
  { by: 'sofia', room: 'Dock', day: 1, at: '10:00', minutes: 60, title: 'Pipeline review', attendeeCount: 6 },
  { by: 'sofia', room: 'Anchor', day: 3, at: '14:00', minutes: 60, title: 'Customer demo', attendeeCount: 9 },
  { by: 'dylan', room: 'Beacon', day: 1, at: '13:00', minutes: 30, title: 'Hand-over' },
  { by: 'dylan', room: 'Compass', day: 2, at: '09:30', minutes: 45, title: 'Incident drill', attendeeCount: 6 },
  { by: 'noah', room: 'Compass', day: 5, at: '13:00', minutes: 60, title: 'House rules', attendeeCount: 3 },
  { by: 'grace', room: 'Ensign', day: 9, at: '10:00', minutes: 120, title: 'Company meeting', attendeeCount: 50, outcome: { by: 'manager', is: 'approved', reason: 'See you all there.' } }
]

/** A meeting every week, with a week that is left out and a week in which it is at another time. */
export const weeklyMeeting = { by: 'jonas', room: 'Draco', day: 1, at: '09:30', minutes: 30, title: 'Team stand-up', attendeeCount: 6, weeks: 8, leftOutWeek: 4, movedWeek: 2, movedTo: '11:00' }
