WITH RECURSIVE node(section, json) AS (
  SELECT CAST(NULL AS VARCHAR), unnest(CAST(content AS JSON[]))
  FROM read_json('reports.json', format = 'newline_delimited', columns = {content: 'JSON'})
  UNION ALL
  SELECT coalesce(json->>'title', section), unnest(CAST(json->'content' AS JSON[]))
  FROM node WHERE (json->'content') IS NOT NULL
), metric AS (
  SELECT CASE WHEN (json->'depth') IS NULL THEN section ELSE coalesce(json->>'title', section) END AS section,
    unnest(CAST(json->'metrics' AS JSON[])) AS json
  FROM node WHERE (json->'metrics') IS NOT NULL
)
SELECT json->>'unit' AS unit, section, count(*) AS figures,
  sum(CAST(json->>'value' AS DECIMAL(30, 4))) AS total
FROM metric
GROUP BY unit, section
ORDER BY figures DESC, unit, section;
