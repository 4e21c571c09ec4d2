// The list as somebody would write it for this one page: the same nodes and styles, each event put where it belongs.

const rowsIn = (root) => [...root.querySelectorAll('.group .row')];

const number = (root) => {
  for (const [index, row] of rowsIn(root).entries()) {
    const place = row.querySelector('.number');
    if (place.textContent !== `${index + 1}`) place.textContent = index + 1;
  }
};

const put = (row, visit) => {
  row.querySelector('.name').textContent = visit.citizen.name;
  row.querySelector('.reason').textContent = visit.reason;
};

/** Takes the place of an element's list. */
export const byHand = (room) => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...room.shadowRoot.adoptedStyleSheets];
  root.append(...[...room.shadowRoot.children].map((child) => child.cloneNode(true)));
  const { visits } = room;
  room.replaceWith(host);
  const list = root.querySelector('[part=visits]');
  const count = root.querySelector('.count b');
  const shown = rowsIn(root);
  const rows = new Map(visits.map((visit, index) => [visit.id, shown[index]]));
  const template = shown[0].cloneNode(true);
  const size = list.children[0].children.length;
  const away = document.createElement('span');
  away.className = 'muted';
  away.textContent = 'Ikke ved skærmen lige nu';
  const arrive = (visit) => {
    const row = template.cloneNode(true);
    rows.set(visit.id, row);
    if (list.lastElementChild.children.length >= size) list.append(list.lastElementChild.cloneNode(false));
    list.lastElementChild.append(row);
    return row;
  };
  const leave = (row) => {
    const group = row.parentElement;
    row.remove();
    if (group.children.length === 0) group.remove();
  };
  const show = (visit) => {
    const row = rows.get(visit.id) ?? arrive(visit);
    if (visit.state === 'waiting') put(row, visit);
    else leave(row);
    if (visit.presence === 'online') row.querySelector('.when .muted')?.remove();
    else row.querySelector('.when').append(away.cloneNode(true));
  };
  return {
    root,
    hear(events) {
      for (const { visit } of events) show(visit);
      number(root);
      count.textContent = `${rowsIn(root).length} venter`;
    },
  };
};
