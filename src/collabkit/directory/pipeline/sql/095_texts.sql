-- What is said of many rows in the same words: why they are of a kind, their codes, and what shows their goals.
-- Reads: coded, network_goals, rules, sign_goals, sign_services.
-- Makes: texts.

INSERT INTO texts
SELECT rule, reason, family = 'ntee' AS coded FROM rules WHERE partner IS NOT NULL
UNION ALL
SELECT unnest([$own_word, $services_say]::INTEGER[]), unnest([$own_word_says, $services_say_so]::VARCHAR[]), FALSE
UNION ALL
SELECT number, code, FALSE FROM coded
UNION ALL
SELECT rule, goal || '|name|' || match, FALSE
FROM rules JOIN sign_goals ON sign = network WHERE family = 'sign' AND goal <> ''
UNION ALL
SELECT number, goal || '|service|' || trim(phrase, ' |'), FALSE FROM sign_services JOIN sign_goals USING (sign)
UNION ALL
SELECT number, goal || '|network|' || network, FALSE FROM network_goals;
