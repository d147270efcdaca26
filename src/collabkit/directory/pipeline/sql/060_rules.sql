-- The rules of the catalogs as tables. The lower its number, the surer a rule.
-- Reads: nothing.
-- Makes: filings, guards, kinds, listed, network_goals, rules, sign_codes, sign_goals, sign_guards,
--     sign_services.

CREATE OR REPLACE TEMP TABLE rules AS
SELECT unnest($rules::INTEGER[]) AS rule, unnest($families::VARCHAR[]) AS family, unnest($partners::VARCHAR[]) AS partner,
    unnest($confidences::FLOAT[]) AS confidence, unnest($reasons::VARCHAR[]) AS reason,
    unnest($matches::VARCHAR[]) AS match, unnest($networks::VARCHAR[]) AS network;

-- Phrases and codes that stand together in an entry, and that every rule of it shares.
CREATE OR REPLACE TEMP TABLE listed AS
SELECT unnest($lists::INTEGER[]) AS list, unnest($listed::VARCHAR[]) AS said, unnest($listed_words::VARCHAR[]) AS word;

-- A guard is looked for where its longest word stands, the rarest more often than not.
CREATE OR REPLACE TEMP TABLE guards AS
SELECT rule, ' ' || said || ' ' AS phrase, word, also
FROM (SELECT unnest($guarded::INTEGER[]) AS rule, unnest($guarded_by::INTEGER[]) AS list, unnest($guarded_also::BOOLEAN[]) AS also)
JOIN listed USING (list);

-- What shows a goal: the goal of each sign, the phrases against it, its codes, and the phrases of services.
CREATE OR REPLACE TEMP TABLE sign_goals AS
SELECT unnest($signs::VARCHAR[]) AS sign, unnest($sign_goals::VARCHAR[]) AS goal,
    unnest($sign_partners::VARCHAR[]) AS partner;

CREATE OR REPLACE TEMP TABLE sign_guards AS
SELECT unnest($sign_guards::VARCHAR[]) AS sign, unnest($sign_guard_phrases::VARCHAR[]) AS phrase,
    unnest($sign_guard_words::VARCHAR[]) AS word;

CREATE OR REPLACE TEMP TABLE sign_codes AS
SELECT unnest($coded_signs::VARCHAR[]) AS sign, unnest($sign_codes::VARCHAR[]) AS filed,
    unnest($sign_doubts::BOOLEAN[]) AS doubtful;

-- What shows a goal has a number, as rules have, by which rows name it.
CREATE OR REPLACE TEMP TABLE sign_services AS
SELECT *, (row_number() OVER () + (SELECT coalesce(max(rule), 0) FROM rules))::INTEGER AS number
FROM (
    SELECT unnest($served_signs::VARCHAR[]) AS sign, unnest($sign_services::VARCHAR[]) AS phrase,
        unnest($served_partners::VARCHAR[]) AS partner
);

CREATE OR REPLACE TEMP TABLE network_goals AS
SELECT *, (row_number() OVER () + coalesce((SELECT max(number) FROM sign_services), (SELECT max(rule) FROM rules), 0))::INTEGER
    AS number
FROM (SELECT unnest($goal_networks::VARCHAR[]) AS network, unnest($network_goals::VARCHAR[]) AS goal);

-- Codes that forbid a rule, or of which one is needed.
CREATE OR REPLACE TEMP TABLE filings AS
SELECT rule, said AS filed, needed
FROM (SELECT unnest($filing_rules::INTEGER[]) AS rule, unnest($filing_lists::INTEGER[]) AS list, unnest($filing_needed::BOOLEAN[]) AS needed)
JOIN listed USING (list);

CREATE OR REPLACE TEMP TABLE kinds AS
SELECT name, min(partner) AS partner
FROM (SELECT unnest($kind_names::VARCHAR[]) AS name, unnest($kind_partners::VARCHAR[]) AS partner)
GROUP BY name;
