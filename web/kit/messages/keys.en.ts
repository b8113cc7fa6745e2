// The keys of a main plot with points, for the sheet of keys, in English. Loaded with that. A translation has the same shape.
export const keys = {
  arrows: ["Arrow keys", "go from point to point; move a picked-up point; with no point, move the cross"],
  enter: ["Enter", "pick up or put down a point; add one at the cross"],
  add: ["A or Insert", "put the cross into the picture, to add a point"],
  remove: ["Delete", "remove the point"],
  escape: ["Escape", "put the point back; deselect"],
  fine: ["Alt + arrow keys", "move a point in small steps"],
  weigh: ["Page Up and Page Down", "make the point heavier, lighter"],
  zoom: ["+ and −", "zoom in and out"],
  pan: ["Shift + arrow keys", "move the view (with no point picked up)"],
  walk: ["C", "walk along the curve with the arrow keys and hear its values; C or Escape ends it"],
  all: ["0", "show all data"],
  step: [", and .", "in the solver's path: one step back, one on"],
  activeSet: ["N and P", "in the solver's path: to the next active-set step, to the one before"],
} as const;
