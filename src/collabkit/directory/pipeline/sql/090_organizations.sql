-- Rows to organizations: with partner, place and mark, in the order of the map.
-- Reads: code_signs, decided, marked, named_networks, network_signs, row_signs, rules,
--     served_partners, towns, zips3.
-- Makes: organizations.

INSERT INTO organizations
WITH sorted AS (
    FROM decided WHERE left_out IS NULL
), verdicts AS (
    SELECT rule, partner::partner AS partner, confidence, network,
        list_contains($single::VARCHAR[], partner) AS single, list_contains($givers::VARCHAR[], partner) AS gives
    FROM rules
)
SELECT
    sorted.id, sorted.source, sorted.own_part, sorted.name, sorted.local,
    coalesce(sorted.own_word::partner, verdicts.partner, served_partners.partner::partner) AS partner,
    CASE WHEN sorted.own_word IS NOT NULL THEN 1 WHEN verdicts.partner IS NULL AND served_partners.partner IS NOT NULL THEN $sure
        ELSE verdicts.confidence END AS confidence,
    CASE WHEN sorted.own_word IS NOT NULL THEN $own_word WHEN verdicts.partner IS NULL AND served_partners.partner IS NOT NULL
        THEN $services_say ELSE verdicts.rule END AS reason,
    coalesce(chapter.network, verdicts.network,
        CASE WHEN sorted.affiliates IS NOT NULL THEN 'group-' || sorted.affiliates END) AS network,
    sorted.street, sorted.city, sorted.state, sorted.zip,
    coalesce(sorted.lat, zip_lat, zips3.lat, towns.lat) AS lat,
    coalesce(sorted.lon, zip_lon, zips3.lon, towns.lon) AS lon,
    CASE WHEN sorted.lat IS NOT NULL THEN 'address'::located
        WHEN zip_lat IS NOT NULL THEN 'zip'::located
        WHEN zips3.lat IS NOT NULL THEN 'zip area'::located
        WHEN towns.lat IS NOT NULL THEN 'town'::located END AS located,
    sorted.phone, sorted.site, sorted.own_number, sorted.kind, sorted.size,
    CASE
        WHEN ends_with(sorted.name, 'GROUP RETURN') OR ends_with(sorted.local, 'GROUP RETURN') THEN 'group return'::mark
        WHEN marked.mark IS NOT NULL THEN marked.mark::mark
        WHEN starts_with(sorted.street, 'PO BOX ')
            OR (sorted.street[1] IN ('P', 'p', 'B', 'b')
                AND regexp_matches(upper(left(sorted.street, 16)), '^(P\.?\s*O\.?\s*|POST OFFICE )?BOX\b'))
        THEN 'po box'::mark
    END AS mark,
    second_rule.partner AS second, second_rule.confidence AS second_confidence, second_rule.rule AS second_reason,
    nullif(coalesce(row_signs.known_for, 0) | coalesce(network_signs.goals, 0), 0) AS known_for,
    row_signs.named_for, code_signs.goals AS filed_for, sorted.filing AS code,
    nullif(list_concat(row_signs.signs, network_signs.signs), []) AS signs,
    CASE
        WHEN row_signs.advocates OR sorted.advocate_code THEN 'advocate'::role
        WHEN (row_signs.supports AND verdicts.gives IS NOT TRUE)
            OR sorted.foundation IN ('17', '21', '22', '23', '24')
            OR (sorted.source = 'irs' AND sorted.kind IN ('02', '25')) THEN 'support'::role
        WHEN row_signs.far_off AND chapter.network IS NULL THEN 'national'::role
        WHEN row_signs.houses OR sorted.residence THEN 'residence'::role
        WHEN sorted.last_year < $newest - 3 THEN 'silent'::role
    END AS role,
    sorted.services, sorted.other_names,
    FALSE AS twin, NULL AS described_for, NULL AS works
FROM sorted
LEFT JOIN row_signs ON row_signs.row = sorted.row
LEFT JOIN served_partners ON served_partners.row = sorted.row
LEFT JOIN named_networks ON named_networks.row = sorted.row
LEFT JOIN marked ON marked.row = sorted.row
LEFT JOIN verdicts ON verdicts.rule = sorted.rule AND verdicts.partner IS NOT NULL
LEFT JOIN verdicts AS chapter ON chapter.rule = sorted.chapter
LEFT JOIN verdicts AS second_rule ON second_rule.rule = sorted.second
    AND second_rule.confidence >= $sure::FLOAT AND second_rule.partner <> verdicts.partner
    AND NOT verdicts.single
LEFT JOIN code_signs ON code_signs.filing = sorted.filing
LEFT JOIN network_signs ON network_signs.network = coalesce(chapter.network, verdicts.network, named_networks.network)
-- A post office abroad has a ZIP code that begins as those of another state do.
LEFT JOIN zips3 ON zips3.zip = CASE WHEN zip_lat IS NULL THEN left(sorted.zip, 3) END
    AND (sorted.state IS NULL OR list_contains(zips3.states, sorted.state))
LEFT JOIN towns ON towns.city = CASE WHEN zip_lat IS NULL AND zips3.lat IS NULL THEN upper(sorted.city) END
    AND towns.state = sorted.state;
