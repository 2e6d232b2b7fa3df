"""The same readings and writings as the pages, as somebody would write them by hand."""

SEEN = """
    i.school_id = %(school)s
    and not i.pupil_id = any(%(barred)s) and not i.pupil_id = any(%(locked_out)s)
    and not exists (select 1 from records_entrybar b where b.school_id = i.school_id and b.staff_id = %(staff)s
        and b.item_id in (i.id, i.entry_id))
    and (i.categories <@ %(all)s::smallint[]
        or (i.pupil_id = any(%(own_pupils)s) and i.categories <@ (%(own)s::smallint[] || %(all)s::smallint[]))
        or ((select true from records_grant g where g.school_id = i.school_id and g.item_id = i.id
            and g.staff_id = %(staff)s and (g.ends_at is null or g.ends_at > %(at)s) limit 1)
            and not i.categories && %(guarded)s::smallint[]))
"""
"""Need to know, by hand: in the order and the form that are quickest, which the product uses too."""
WITHOUT_SECOND_STEP = SEEN.replace("and not i.categories && %(guarded)s::smallint[]", "")

SESSION = "select session_data, expire_date from django_session where session_key = %(session)s and expire_date > %(at)s"
USER = """
    select u.id, u.email, u.name, u.is_active, u.password, m.school_id, s.name
    from accounts_user u join accounts_membership m on m.user_id = u.id join schools_school s on s.id = m.school_id
    where u.id = %(user)s order by m.id
"""
TIES = """
    select s.id, s.name, s.role, s.user_id,
      array(select h."group" from access_holding h where h.school_id = s.school_id and h.staff_id = s.id),
      array(select jsonb_build_object('group', r."group", 'reads', r.reads, 'uses', r.uses, 'scope', r.scope,
        'powers', r.powers) from access_grouprule r join access_holding h on h.school_id = r.school_id
        and h."group" = r."group" and h.staff_id = s.id where r.school_id = s.school_id and not exists (
        select 1 from access_grouprule n where n.school_id = r.school_id and n."group" = r."group"
        and n.version > r.version)),
      (select g.id from staff_signature g where g.school_id = s.school_id and g.staff_id = s.id
        order by since desc, id desc limit 1),
      array(select b.pupil_id from access_bar b where b.school_id = s.school_id and b.staff_id = s.id
        and b.ended_at is null{of_bar}),
      array(select l.pupil_id from access_lock l where l.school_id = s.school_id and l.ended_at is null{of_lock}
        and not exists (select 1 from access_named n where n.school_id = l.school_id and n.lock_id = l.id
        and n.staff_id = s.id)),
      array(select p.id from pupils_pupil p join pupils_teaching t on t.school_id = p.school_id
        and t.school_class_id = p.school_class_id where t.staff_id = s.id and p.school_id = s.school_id
        and p.left_on is null{of_pupil}),
      array(select o.pupil_id from pupils_onetoone o where o.school_id = s.school_id and o.staff_id = s.id{of_one})
    from staff_staff s where s.school_id = %(school)s and (s.left_on is null or s.left_on > current_date)
"""
OWN_TIES = TIES.format(of_bar="", of_lock="", of_pupil="", of_one="") + " and s.user_id = %(user)s"


def _everybody(pupil: str) -> str:
    of = {"of_bar": "b.pupil_id", "of_lock": "l.pupil_id", "of_pupil": "p.id", "of_one": "o.pupil_id"}
    ties = TIES.format(**{key: f" and {column} = %({pupil})s" for key, column in of.items()})
    return ties + " and s.user_id is not null order by s.sort_key, s.id"


WHO = (SESSION, USER, OWN_TIES)
CATEGORIES = """
    select number, name, meaning from records_category where school_id = %(school)s order by position, number
"""
LEADS = """
    select s.name, s.role from access_holding h join staff_staff s on s.school_id = h.school_id and s.id = h.staff_id
    where h.school_id = %(school)s and h."group" in ('dsl', 'deputy')
    and (s.left_on is null or s.left_on > current_date) order by s.sort_key
"""
_CHILD = "p.id, p.given, p.family, p.year, p.born_on, p.left_on, p.upn, k.name"
_OF_CHILD = """
    join pupils_pupil p on p.school_id = i.school_id and p.id = i.pupil_id
    left join pupils_schoolclass k on k.school_id = p.school_id and k.id = p.school_class_id
"""
_SIGNED = "join staff_signature g on g.school_id = i.school_id and g.id = i.signature_id"
_WAITING = f"""
    from alerts_alert a join records_item i on i.school_id = a.school_id and i.id = a.item_id
    where a.school_id = %(school)s and a.staff_id = %(staff)s and a.state = 'waiting' and {SEEN}
"""
WAITING_IDS = f"select a.id {_WAITING} order by a.made_at, a.id"
WAITING = f"""
    select a.id, a.why, a.made_at, i.id, i.number, i.categories, i.recorded_at, e.id, e.number, g.name, g.role, {_CHILD}
    from alerts_alert a join records_item i on i.school_id = a.school_id and i.id = a.item_id
    left join records_item e on e.school_id = i.school_id and e.id = i.entry_id {_SIGNED} {_OF_CHILD}
    where a.school_id = %(school)s and a.staff_id = %(staff)s and a.state = 'waiting' and {SEEN}
    order by a.made_at, a.id
"""
WAITING_ELEVATED = f"select count(*) {_WAITING.replace(SEEN, WITHOUT_SECOND_STEP)}"
_CARE = f"""
    select i.id, i.number, f.state, f.changed_at, {_CHILD}
    from incidents_followup f join records_item i on i.school_id = f.school_id and i.id = f.item_id {_OF_CHILD}
    where f.school_id = %(school)s and f.state <> 'closed' and {{which}} and {SEEN}
    order by f.changed_at, f.id limit 6
"""
CARE = _CARE.format(which="f.owner_id = %(staff)s")
NOBODYS = _CARE.format(which="f.owner_id is null and f.state = 'new'")
WRITTEN = """
    select i.id, i.number, i.occurred_at, i.recorded_at, p.given, p.family, f.acted_at,
      (select min(a.read_at) from alerts_alert a where a.school_id = i.school_id and a.item_id = i.id)
    from (select i.* from records_item i
        join staff_signature g on g.school_id = i.school_id and g.id = i.signature_id
        where i.school_id = %(school)s and i.kind = 'entry' and g.staff_id = %(staff)s
        and not i.pupil_id = any(%(barred)s) order by i.recorded_at desc, i.id desc limit 10) i
    join pupils_pupil p on p.school_id = i.school_id and p.id = i.pupil_id
    left join incidents_followup f on f.school_id = i.school_id and f.item_id = i.id
    order by i.recorded_at desc, i.id desc
"""
_MARK = """
    insert into audit_mark (id, school_id, at, event, staff_id, name, role, elevated, origin, about, about_id, why, digest)
    values {values}
"""
_MARK_VALUES = """
    (%(new{at})s, %(school)s, %(at)s, 'looked', %(staff)s, %(name)s, %(role)s, %(elevated)s, '192.0.2.7', 'entry',
    %(entry)s, '', %(salt)s)
"""
_DETAIL_VALUES = "(%(new{detail})s, %(school)s, %(new{at})s, %(salt)s, %(words)s)"


def _marks(number: int, *, details: bool) -> tuple[str, ...]:
    marks = _MARK.format(values=", ".join(_MARK_VALUES.format(at=at) for at in range(number)))
    rows = ", ".join(_DETAIL_VALUES.format(at=at, detail=at + 4) for at in range(number))
    into = f"insert into audit_detail (id, school_id, mark_id, salt, words) values {rows}"
    return (marks, into) if details else (marks,)


FIND = f"""
    select {_CHILD} from pupils_pupil p
    left join pupils_schoolclass k on k.school_id = p.school_id and k.id = p.school_class_id
    where p.school_id = %(school)s and p.left_on is null and not p.id = any(%(barred)s)
    and exists (select 1 from pupils_namekey n where n.school_id = p.school_id and n.pupil_id = p.id
        and n.key >= %(letters)s and n.key < %(letters_end)s)
    order by p.sort_key, p.id limit 8
"""
CHILD = f"""
    select {_CHILD} from pupils_pupil p
    left join pupils_schoolclass k on k.school_id = p.school_id and k.id = p.school_class_id
    where p.school_id = %(school)s and p.id = {{which}} and not p.id = any(%(barred)s)
"""
KEPT = """
    select id, token, typed, kept_at from incidents_keptwords where school_id = %(school)s and staff_id = %(staff)s
    and done_at is null order by kept_at desc limit 1 {lock}
"""
ENTRY = f"""
    select i.id, i.number, i.categories, i.occurred_at, i.precision, i.recorded_at, g.name, g.role, g.staff_id,
      n.account, n.child_words, n.already_done, n.place, n.late_reason, f.state, f.owner_id, f.changed_at, {_CHILD},
      array(select staff_id from records_grant x where x.school_id = i.school_id and x.item_id = i.id
        and (x.ends_at is null or x.ends_at > %(at)s)),
      array(select staff_id from records_entrybar x where x.school_id = i.school_id and x.item_id = i.id)
    from records_item i join incidents_incident n on n.school_id = i.school_id and n.item_id = i.id
    join incidents_followup f on f.school_id = i.school_id and f.item_id = i.id {_SIGNED} {_OF_CHILD}
    where i.id = %(entry)s and {SEEN}
"""
TOLD = f"""
    select a.id, a.item_id, a.staff_id, a.why, a.read_at, a.mail, s.name, s.role
    from alerts_alert a join records_item i on i.school_id = a.school_id and i.id = a.item_id
    join staff_staff s on s.school_id = a.school_id and s.id = a.staff_id
    where a.school_id = %(school)s and a.item_id = %(entry)s and {SEEN} order by s.sort_key
"""
DEEDS = f"""
    select i.id, i.recorded_at, d.done, d.consent, g.name, g.role
    from records_item i join incidents_action d on d.school_id = i.school_id and d.item_id = i.id {_SIGNED}
    where i.entry_id = %(entry)s and {SEEN} order by i.recorded_at
"""
STEPS = """
    select t.did, t.at, t.said, g.name, g.role, o.name from incidents_step t
    join staff_signature g on g.school_id = t.school_id and g.id = t.signature_id
    left join staff_staff o on o.school_id = t.school_id and o.id = t.owner_id
    where t.school_id = %(school)s and t.item_id = %(entry)s order by t.at, t.id
"""
NEXT = WAITING + " limit 1"
CHRONOLOGY = f"""
    select i.id, i.kind, i.number, i.categories, i.occurred_at, i.precision, g.name, g.role, e.id, e.number,
      n.account, d.done
    from (select * from records_item i where i.pupil_id = %(child)s and {SEEN}
      order by i.occurred_at desc, i.id desc limit 51) i {_SIGNED}
    left join records_item e on e.school_id = i.school_id and e.id = i.entry_id
    left join incidents_incident n on n.school_id = i.school_id and n.item_id = i.id
    left join incidents_action d on d.school_id = i.school_id and d.item_id = i.id
    order by i.occurred_at desc, i.id desc
"""
PATTERN = f"""
    select i.occurred_at, i.categories from records_item i where i.pupil_id = %(child)s and i.kind = 'entry'
    and i.occurred_at >= %(at)s - interval '7 months' and {SEEN}
"""
_TEXTS = {
    "incidents_incident": ("n.account", "n.child_words", "n.already_done", "n.place"),
    "incidents_action": ("n.done",),
}


def _search(table: str) -> str:
    """The newest fifty and one that hold the word, and only then what is shown of them, with the word marked."""
    whole = r" || E'\n\n' || ".join(_TEXTS[table])
    return f"""
    select i.id, i.entry_id, i.kind, i.number, i.categories, i.occurred_at, i.precision, g.name, g.role, e.number,
      {", ".join(_TEXTS[table])}, ts_headline('english', {whole}, websearch_to_tsquery('english', %(word)s),
        'StartSel="\x02", StopSel="\x03", HighlightAll=true'), {_CHILD}
    from (select i.*, n.id as holder from {table} n
        join records_item i on i.school_id = n.school_id and i.id = n.item_id
        where n.school_id = %(school)s and n.words @@ websearch_to_tsquery('english', %(word)s) and {SEEN}
        order by i.occurred_at desc, i.id desc limit 51) i
    join {table} n on n.school_id = i.school_id and n.id = i.holder {_SIGNED} {_OF_CHILD}
    left join records_item e on e.school_id = i.school_id and e.id = i.entry_id
    order by i.occurred_at desc, i.id desc
    """


SEARCH = tuple(_search(table) for table in _TEXTS)
LEADERS = """
    select distinct h.staff_id from access_holding h where h."group" = any(%(groups)s) and h.staff_id <> %(staff)s
    limit 12
"""
WORKER = "select 1 from procrastinate_workers where last_heartbeat >= now() - interval '15 seconds' limit 1"
SEND = (
    "select id, last from records_counter where school_id = %(school)s for update",
    "update records_counter set last = last + 1 where school_id = %(school)s",
    CHILD.format(which="%(about)s"),
    CATEGORIES,
    KEPT.format(lock="for update"),
    _everybody("about"),
    """insert into records_item (id, school_id, pupil_id, signature_id, kind, number, occurred_at, precision, recorded_at,
    categories, origin) select %(new12)s, %(school)s, %(about)s, %(signature)s, 'entry', last, %(at)s, 'exact', %(at)s,
    '{2}', '' from records_counter where school_id = %(school)s""",
    """insert into incidents_incident (id, school_id, item_id, token, account, child_words, already_done, place,
    late_reason) values (%(new13)s, %(school)s, %(new12)s, %(new11)s, %(account)s, '', '', '', '')""",
    """insert into incidents_followup (id, school_id, item_id, state, changed_at)
    values (%(new10)s, %(school)s, %(new12)s, 'new', %(at)s)""",
    """insert into alerts_alert (id, school_id, item_id, staff_id, why, made_at, state, mail)
    select n, %(school)s, %(new12)s, s, 'lead', %(at)s, 'waiting', 'due'
    from unnest(%(new_ids)s::uuid[], %(told)s::uuid[]) as x(n, s)""",
    """insert into records_grant (id, school_id, item_id, staff_id, why, since)
    select n, %(school)s, %(new12)s, s, 'alerted', %(at)s
    from unnest(%(new_grants)s::uuid[], %(told)s::uuid[]) as x(n, s)""",
    *_marks(3, details=True),
    """insert into procrastinate_jobs (queue_name, task_name, args) values ('default', 'alerts.send_mail', %(job)s)
    returning id""",
)
"""Everything that sending leaves behind."""

STATEMENTS: dict[str, tuple[str, ...]] = {
    "dashboard": (
        *WHO,
        WAITING,
        WAITING_ELEVATED,
        CATEGORIES,
        CARE,
        NOBODYS,
        KEPT.format(lock=""),
        LEADS,
        WRITTEN,
    ),
    "poll": (*WHO, WAITING_IDS, WAITING_ELEVATED),
    "type-ahead": (*WHO, FIND, *_marks(1, details=True)),
    "form": (
        *WHO,
        CATEGORIES,
        KEPT.format(lock=""),
        CHILD.format(which="%(about)s"),
        FIND,
        LEADS,
        WAITING_IDS,
        *_marks(1, details=True),
    ),
    "send": (*WHO, *SEND),
    "entry": (
        *WHO,
        ENTRY,
        CATEGORIES,
        KEPT.format(lock=""),
        _everybody("child"),
        TOLD,
        DEEDS,
        STEPS,
        NEXT,
        WAITING_IDS,
        *_marks(1, details=False),
    ),
    "chronology": (
        *WHO,
        CHILD.format(which="%(child)s"),
        CHRONOLOGY,
        PATTERN,
        CATEGORIES,
        WAITING_IDS,
        *_marks(1, details=True),
    ),
    "search": (*WHO, *SEARCH, CATEGORIES, WAITING_IDS, *_marks(1, details=True)),
}
STATEMENTS["common word"] = STATEMENTS["search"]


BEFORE_THE_SECOND_STEP, AFTER_IT = (WAITING_ELEVATED,), (NOBODYS, STEPS)
"""What only one of the two people is shown, or asked for."""


def statements(what: str, *, elevated: bool) -> tuple[str, ...]:
    """The statements of one page for one person: nothing that the page does not read for them."""
    others = BEFORE_THE_SECOND_STEP if elevated else AFTER_IT
    return tuple(one for one in STATEMENTS[what] if one not in others)
