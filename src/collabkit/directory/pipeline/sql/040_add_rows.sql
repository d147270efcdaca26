-- The rows of one file, cleaned: trimmed, placed in a state, with a stable id.
-- Reads: blank, comparable_name, ein, five_digits, nobody, states, tidy.
-- Makes: rows.

INSERT INTO rows BY NAME
WITH raw AS (
    SELECT * FROM blank
    UNION ALL BY NAME
    SELECT COLUMNS(lambda c: NOT starts_with(c, '_'))
    FROM read_csv($path, columns = $columns, header = false, skip = $skip, delim = $delimiter,
        quote = '"', escape = '"', auto_detect = false, nullstr = $nulls, store_rejects = true,
        max_line_size = 1100000, compression = 'none')
), plain AS (
    -- A macro writes out what it is given as often as it looks at it.
    SELECT * EXCLUDE (name, name2), coalesce(tidy(name), tidy(name2)) AS name,
        coalesce(tidy(street), nullif(regexp_extract(place, '^([^\n]*)', 1), '')) AS address
    FROM raw
), neat AS (
    SELECT plain.* EXCLUDE (name, local, state, zip), nobody(plain.name) AS name,
        CASE WHEN local IS NOT NULL AND ($chapters = [] OR list_contains($chapters, rank))
                AND NOT regexp_matches(local, $people)
            THEN tidy(local) END AS local,
        CASE WHEN length(trim(plain.state)) > 2 THEN states.state ELSE nullif(upper(trim(plain.state)), '') END AS state,
        nullif(five_digits(zip, place), '00000') AS zip,
        coalesce(try_cast(lat AS DOUBLE), try_cast(regexp_extract(place, '\((-?[\d.]+)', 1) AS DOUBLE)) AS north,
        coalesce(try_cast(lon AS DOUBLE), try_cast(regexp_extract(place, '(-?[\d.]+)\)', 1) AS DOUBLE)) AS east
    FROM plain LEFT JOIN states ON states.name = CASE WHEN length(plain.state) > 2 THEN upper(trim(plain.state)) END
), made AS (
    SELECT
        $file AS file,
        $source || '-' || coalesce(tidy(key) || coalesce('-' || lpad(trim(key2), 3, '0'), ''),
            left(md5(concat_ws('|', name, street, city, zip)), 12)) AS id,
        nullif($part, '') AS own_part,
        $source AS source,
        name,
        nullif(comparable_name(name), name) AS comparable,
        local,
        nullif(comparable_name(local), local) AS local_comparable,
        nobody(address) AS street,
        coalesce(tidy(city), nullif(regexp_extract(place, '\n([^,\n]+), [A-Z]{2}', 1), '')) AS city,
        state,
        nullif(zip, '') AS zip,
        tidy(person) AS person,
        CASE WHEN contains(email, '@') THEN tidy(email) END AS email,
        tidy(direct) AS direct,
        tidy(county) AS county,
        try_cast(county_people AS INTEGER) AS county_people,
        CASE WHEN north BETWEEN -15 AND 72 AND north <> 0 AND east <> 0 AND abs(east) <= 180 THEN north END AS lat,
        CASE WHEN north BETWEEN -15 AND 72 AND north <> 0 AND east <> 0 AND abs(east) <= 180 THEN east END AS lon,
        CASE WHEN phone IS NULL THEN NULL
            WHEN regexp_matches(trim(phone), '^\D*1?\D*(\d\D{0,3}){10}(\.0)?$')
            THEN regexp_replace(right(regexp_replace(regexp_replace(phone, '\.0$', ''), '\D', '', 'g'), 10),
                '(\d{3})(\d{3})(\d{4})', '\1-\2-\3')
            ELSE tidy(phone) END AS phone,
        -- Schools put the e-mail of somebody where their site should be: that is a person.
        CASE WHEN NOT contains(site, '@') THEN tidy(site) END AS site,
        CASE WHEN $numbers <> ''
            THEN $numbers || ':' || CASE
                WHEN list_contains($parts, kind) THEN tidy(key) || '-' || lpad(trim(key2), 3, '0')
                -- What the id says already is not written twice.
                WHEN $numbers = 'ein'
                THEN nullif(ein(CASE WHEN $numbered THEN number ELSE key END), CASE WHEN $source = 'irs' THEN key END)
                ELSE tidy(CASE WHEN $numbered THEN number ELSE key END)
                END END AS own_number,
        upper(tidy(code)) AS code,
        activity,
        foundation,
        try_cast(left(last_year, 4) AS SMALLINT) AS last_year,
        tidy(services) AS services,
        tidy(other_names) AS other_names,
        tidy(partner) AS stated,
        affiliates,
        rank,
        tidy(kind) AS kind,
        CASE WHEN try_cast(size AS TINYINT) < 10 THEN try_cast(size AS TINYINT) END AS size,
        as_of,
        described,
        CASE WHEN name IS NULL THEN 'no name'
            WHEN status IS NOT NULL THEN list_extract($reasons, list_position($closed, trim(status))::INTEGER) END AS left_out,
        -- One list, for hardly a row has any, and ten empty columns of millions take room and time.
        CASE WHEN coalesce(visits, borrowers, programs, attendance, hours, computers, staff, population, branches,
            bookmobiles, employees, volunteers) IS NOT NULL
        THEN list_transform([visits, borrowers, programs, attendance, hours, computers, staff, population, branches,
            bookmobiles, employees, volunteers], lambda each: try_cast(each AS DOUBLE)) END AS figures
    FROM neat
)
-- What no file of the load tells has no column.
SELECT COLUMNS(lambda c: list_contains($filled, c)) FROM made;
