-- Which goals the name, the services and the code of each row show that it works for.
-- Reads: codes, comparable_name, filed_under, found, fresh, network_goals, rules, sign_codes,
--     sign_goals, sign_guards, sign_services.
-- Makes: code_signs, network_signs, row_signs, said, served, unsaid.

CREATE OR REPLACE TEMP TABLE said AS
SELECT row, network AS sign, arg_max(match, length(match)) AS phrase
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
    SELECT row, ' ' || comparable_name(services) || ' ' AS text FROM fresh WHERE services IS NOT NULL
)
SELECT row, sign, arg_max(phrase, length(phrase)) AS phrase
FROM offers JOIN sign_services ON contains(text, phrase)
GROUP BY ALL;

-- Each sign of a row as its goal, what shows it (name, service, code) and the words or the code.
CREATE OR REPLACE TEMP TABLE row_signs AS
WITH shown AS (
    SELECT row, sign, 'name' AS how, phrase FROM said ANTI JOIN unsaid USING (row, sign)
    UNION ALL
    SELECT row, sign, 'service' AS how, trim(phrase) AS phrase FROM served
)
SELECT row, bool_or(sign = 'support') AS supports, bool_or(sign = 'national') AS far_off,
    list_sort(list_distinct(list(goal) FILTER (goal <> '' AND how = 'name'))) AS named_for,
    list_sort(list_distinct(list(goal) FILTER (how = 'service'))) AS known_for,
    list_sort(list(goal || '|' || how || '|' || phrase) FILTER (goal <> '')) AS signs
FROM shown JOIN sign_goals USING (sign)
GROUP BY row;

CREATE OR REPLACE TEMP TABLE code_signs AS
SELECT code, list_sort(list_distinct(list(goal))) AS goals,
    list_sort(list_distinct(list(goal || '|code|' || code || if(doubtful, '?', '')))) AS signs
FROM codes JOIN sign_codes ON filed_under(code, filed) JOIN sign_goals USING (sign)
GROUP BY code;

CREATE OR REPLACE TEMP TABLE network_signs AS
SELECT network, list_sort(list(goal)) AS goals, list_sort(list(goal || '|network|' || network)) AS signs
FROM network_goals
GROUP BY network;
