import json
import pandas

documents = [json.loads(line) for line in open("reports.json", encoding="utf-8")]
headings = pandas.json_normalize(documents, "content", ["id"])
headings = headings[headings.depth.notna()][["id", "label", "title"]]
print(headings.to_csv(index=False), end="")

rows = pandas.json_normalize([json.loads(line) for line in open("reports.jsonl", encoding="utf-8")])
metrics = rows[rows.type == "metric"].astype({"value": float})
print(metrics.groupby(["doc", "kind"]).value.agg(["size", "sum"]).round(4).to_csv(), end="")
