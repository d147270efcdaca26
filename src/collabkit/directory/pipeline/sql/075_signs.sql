-- Which goals the name, the services and the code of each row show that it works for.
-- Reads: coded, comparable_name, filed_under, found, fresh, goals, guarded, network_goals,
--     old.goals, rules, sign_codes, sign_goals, sign_guards, sign_services.
-- Makes: code_signs, goals, named_networks, network_signs, row_signs, said, served,
--     served_partners, unsaid.

-- A set of goals is a number, a bit for each. Goals that were counted before keep their bits; there is room for 127.
-- What only a doubtful code shows has a bit of its own, "newcomers?".
INSERT INTO goals
FROM old.goals
UNION ALL
SELECT goal, (SELECT count(*) FROM old.goals) + row_number() OVER (ORDER BY ends_with(goal, '?'), goal) - 1 AS bit
FROM (
    SELECT goal FROM sign_goals WHERE goal <> ''
    UNION SELECT goal FROM network_goals
    UNION SELECT goal || '?' FROM sign_goals JOIN sign_codes USING (sign) WHERE doubtful
)
ANTI JOIN old.goals USING (goal)
QUALIFY bit < 127;

-- Of the phrases of a sign the longest is told, which is the first of its rules.
CREATE OR REPLACE TEMP TABLE said AS
SELECT row, network AS sign, min(rule) AS number
FROM found JOIN rules USING (rule)
WHERE rule >= $first_sign
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE unsaid AS
WITH texts AS (
    SELECT row, sign, words, unnest(string_split(words, ' ')) AS word FROM said JOIN fresh USING (row)
)
SELECT DISTINCT row, sign
FROM texts JOIN sign_guards USING (sign, word)
WHERE contains(words, sign_guards.phrase);

CREATE OR REPLACE TEMP TABLE served AS
WITH offers AS (
    SELECT row, '| ' || list_aggregate(
        list_transform(string_split(services, ';'), lambda each: comparable_name(trim(each))),
        'string_agg', ' | ') || ' |' AS text
    FROM fresh WHERE services IS NOT NULL
)
SELECT row, sign, arg_min(number, (-length(phrase), phrase, number)) AS number,
    arg_min(partner, (-length(phrase), phrase, partner)) AS partner, count(*) AS times
FROM offers JOIN sign_services ON contains(text, phrase)
GROUP BY ALL;

-- The signs of a row by their numbers, and what they say of it.
CREATE OR REPLACE TEMP TABLE row_signs AS
WITH shown AS (
    SELECT row, sign, 'name' AS how, number FROM said ANTI JOIN unsaid USING (row, sign)
    UNION ALL
    SELECT row, sign, 'service' AS how, number FROM served
)
SELECT row, bool_or(sign = 'advocate') AS advocates, bool_or(sign = 'support') AS supports, bool_or(sign = 'national') AS far_off,
    bool_or(sign = 'residence') AS houses,
    bit_or(1::HUGEINT << bit) FILTER (how = 'name') AS named_for,
    bit_or(1::HUGEINT << bit) FILTER (how = 'service') AS known_for,
    list(number ORDER BY number) FILTER (goal <> '') AS signs
FROM shown JOIN sign_goals USING (sign) LEFT JOIN goals USING (goal)
GROUP BY row;

-- Of the kinds that its services tell, the one that most of them do.
CREATE OR REPLACE TEMP TABLE served_partners AS
SELECT row, arg_min(partner, (-times, partner)) AS partner
FROM served SEMI JOIN sign_goals USING (sign)
GROUP BY row;

CREATE OR REPLACE TEMP TABLE code_signs AS
SELECT number AS filing, bit_or(1::HUGEINT << bit) AS goals
FROM coded JOIN sign_codes ON filed_under(code, filed) JOIN sign_goals USING (sign)
    LEFT JOIN goals ON goals.goal = sign_goals.goal || if(doubtful, '?', '')
GROUP BY ALL;

-- Whatever rule decides its kind: who bears the name of a network does its work.
CREATE OR REPLACE TEMP TABLE named_networks AS
SELECT row, min(network) AS network
FROM found JOIN rules USING (rule) SEMI JOIN network_goals USING (network)
WHERE rules.family = 'network'
    AND (row, rule) NOT IN (SELECT (row, rule) FROM guarded WHERE NOT also)
GROUP BY row;

CREATE OR REPLACE TEMP TABLE network_signs AS
SELECT network, bit_or(1::HUGEINT << bit) AS goals, list(number ORDER BY number) AS signs
FROM network_goals LEFT JOIN goals USING (goal)
GROUP BY network;
