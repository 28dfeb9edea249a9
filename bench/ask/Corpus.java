import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes what a long-running workspace holds, and explains how a question is looked for.
///
///     java -cp DRIVER Corpus.java JDBC-URL seed WORKSPACE DOCUMENTS COMPETITOR,COMPETITOR,...
///     java -cp DRIVER Corpus.java JDBC-URL explain WORKSPACE TERM,TERM,... [COMPETITOR,...]
public final class Corpus {

  private static final int VERSIONS = 5;
  private static final String[] FEATURES = {
    "single sign-on with SAML", "audit log export", "workflow automation", "live chat", "shared inbox", "satisfaction surveys",
    "service-level targets", "data residency in the EU", "mobile apps", "role based access", "sandbox environment", "webhooks"
  };
  private static final String[] PLANS = {"Starter", "Pro", "Team", "Business", "Enterprise"};
  private static final String[] COMMON = (
          "customer message team answer product release support plan agent data channel report inbox order search time page "
              + "article update price feature access email chat rule field view list user account")
          .split(" ");

  private final Connection db;
  private final String workspace;
  private final Random random = new Random(42);

  private Corpus(Connection db, String workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  public static void main(String[] args) throws SQLException {
    try (Connection db = DriverManager.getConnection(args[0])) {
      Corpus corpus = new Corpus(db, args[2]);
      if (args[1].equals("seed")) {
        corpus.seed(Integer.parseInt(args[3]), args[4].split(","));
      } else {
        corpus.explain(args[3].split(","), args.length > 4 ? args[4] : "");
      }
    }
  }

  private void seed(int documents, String[] competitors) throws SQLException {
    db.setAutoCommit(false);
    documents(documents, competitors);
    facts(competitors);
    signals(competitors);
    db.setAutoCommit(true);
    for (String table : List.of("process.document", "process.passage", "process.fact", "process.searched_source", "analysis.signal", "analysis.evidence")) {
      run("vacuum analyze " + table);
    }
    say("the corpus is written");
  }

  private void documents(int documents, String[] competitors) throws SQLException {
    String insert =
        "insert into process.document (id, workspace_id, competitor_id, source_id, snapshot_id, url, source_kind, state, title,"
            + " language, page_class, fetched_at, extractor_version, body, content)"
            + " values (?::uuid, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, 'OTHER', 'PROCESSED', ?, 'en', 'OTHER',"
            + " now() - ? * interval '1 hour', 1, ?, ?::jsonb)";
    int sources = documents / VERSIONS;
    List<String> ids = new ArrayList<>();
    try (PreparedStatement row = db.prepareStatement(insert)) {
      for (int source = 0; source < sources; source++) {
        String sourceId = uuid();
        String competitor = competitors[source % competitors.length];
        String page = "page-" + source;
        List<String> blocks = blocks(source);
        for (int version = 0; version < VERSIONS; version++) {
          blocks.set(version % blocks.size(), sentence(source));
          String id = uuid();
          ids.add(id);
          row.setString(1, id);
          row.setString(2, workspace);
          row.setString(3, competitor);
          row.setString(4, sourceId);
          row.setString(5, uuid());
          row.setString(6, "https://site" + source % competitors.length + ".invalid/" + page);
          row.setString(7, FEATURES[source % FEATURES.length] + " " + page);
          row.setInt(8, (VERSIONS - version) * 200 + random.nextInt(100));
          row.setString(9, String.join("\n", blocks));
          row.setString(10, content(blocks));
          row.addBatch();
        }
        if (source % 200 == 199 || source == sources - 1) {
          row.executeBatch();
          index(ids);
          ids.clear();
          db.commit();
          if (source % 2000 == 1999) {
            say((source + 1) * VERSIONS + " documents");
          }
        }
      }
    }
  }

  /// The way real documents become searchable.
  private void index(List<String> ids) throws SQLException {
    try (PreparedStatement each = db.prepareStatement("select process.index_document(d) from unnest(?::uuid[]) d")) {
      each.setArray(1, db.createArrayOf("text", ids.toArray()));
      each.execute();
    }
  }

  private List<String> blocks(int source) {
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      blocks.add(sentence(source));
    }
    return blocks;
  }

  private String sentence(int source) {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(8) == 0) {
      text.append("The plan ").append(PLANS[random.nextInt(PLANS.length)]).append(" includes ").append(FEATURES[random.nextInt(FEATURES.length)]).append(". ");
    }
    if (random.nextInt(4000) == 0) {
      text.append("Our codename ").append(10 + random.nextInt(40)).append(" is near. ");
    }
    int words = 10 + random.nextInt(14);
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(word());
    }
    return text.append(" no. ").append(source).append('.').append(random.nextInt(1_000_000)).append('.').toString();
  }

  /// A few words are everywhere and most are rare, as in any language.
  private String word() {
    double chance = random.nextDouble();
    if (chance < 0.5) {
      return COMMON[random.nextInt(COMMON.length)];
    }
    int rank = (int) Math.pow(20_000, chance);
    return "w" + Integer.toString(rank, 36) + "a";
  }

  private static String content(List<String> blocks) {
    StringBuilder json = new StringBuilder("{\"blocks\":[");
    int start = 0;
    for (int i = 0; i < blocks.size(); i++) {
      String text = blocks.get(i);
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":\"").append(Integer.toHexString(text.hashCode())).append("\",\"path\":[\"Section\"],\"kind\":\"PARAGRAPH\",\"text\":\"")
          .append(text).append("\",\"start\":").append(start).append(",\"end\":").append(start + text.length())
          .append(",\"region\":\"MAIN\",\"slot\":\"s").append(i).append("\",\"main\":true}");
      start += text.length() + 1;
    }
    return json.append("]}").toString();
  }

  private void facts(String[] competitors) throws SQLException {
    for (String competitor : competitors) {
      try (PreparedStatement one = db.prepareStatement(FACTS)) {
        one.setString(1, workspace);
        one.setString(2, competitor);
        one.execute();
      }
    }
    db.commit();
    say("facts");
  }

  /// Per competitor 5 plans with prices, 60 features, 20 positions, 200 posts, cited in one document.
  private static final String FACTS =
      """
      with d as (select * from process.document where workspace_id = ?::uuid and competitor_id = ?::uuid order by id limit 1),
      f as (
        select 'PRICE' as kind, p as subject, 'amount' as field, '$' || 9 + 10 * n as value, 900 + 1000 * n as minor, n
          from unnest(array['Starter','Pro','Team','Business','Enterprise']) with ordinality as x (p, n)
        union all select 'PLAN', p, 'offer', p, null, n from unnest(array['Starter','Pro','Team','Business','Enterprise']) with ordinality as x (p, n)
        union all select 'FEATURE', (array['Starter','Pro','Team','Business','Enterprise'])[1 + n % 5], 'Feature number ' || n || ' of the plan', 'yes', null, n from generate_series(1, 60) n
        union all select 'JOB_OPENING', 'Engineer of kind ' || n, 'opening', 'Vienna or remote', null, n from generate_series(1, 20) n
        union all select 'POST', 'Post number ' || n || ' about customer messages', 'title', 'Post number ' || n, null, n from generate_series(1, 200) n)
      insert into process.fact (id, workspace_id, competitor_id, source_id, document_id, kind, fact_key, subject, field, value_text,
        amount_minor, currency, period, method, status, confidence, valid_from, observed_at, last_seen, evidence, lineage_id)
      select g.id, d.workspace_id, d.competitor_id, d.source_id, d.id, f.kind, f.kind || f.n, f.subject, f.field, f.value, f.minor,
        case when f.minor is null then null else 'USD' end, case when f.minor is null then null else 'MONTH' end,
        'RULE', 'ACCEPTED', 0.9, now() - f.n * interval '1 day', now() - f.n * interval '1 day', now(),
        jsonb_build_object('items', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'side', 'AFTER', 'snapshotId', d.snapshot_id,
          'documentId', d.id, 'blockId', 'b', 'quote', left(d.body, 40), 'start', 0, 'end', 40, 'verified', true, 'url', d.url, 'fetchedAt', d.fetched_at))),
        g.id
      from f, d, lateral (select gen_random_uuid() as id where f.n is not null) g
      """;

  private void signals(String[] competitors) throws SQLException {
    String list = List.of(competitors).stream().map(each -> "'" + each + "'").collect(Collectors.joining(","));
    run(
        """
        with raw as (
          select i, gen_random_uuid() as id, (array[%1$s]::uuid[])[1 + i %% %2$d] as competitor,
            (array['PRICING','PRODUCT','POSITIONING','HIRING','NEWS','LEADERSHIP','LEGAL','OTHER'])[1 + i %% 8] as category
          from generate_series(1, 10000) i),
        made as (
          insert into analysis.signal (id, workspace_id, competitor_id, source_id, change_id, document_id, url, source_kind, page_title,
            category, headline, summary, significance, severity, confidence, content, occurred_at, detected_at)
          select id, '%3$s'::uuid, competitor, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'https://site.invalid/pricing',
            'PRICING', 'Pricing', category, 'Plan ' || i || ' raised from $' || i %% 90 || ' to $' || i %% 110 || ' per month',
            repeat('What changed on this page is told in one sentence of usual length. ', 4), i %% 101, 'MEDIUM', 0.9,
            '{"facts":[],"texts":[],"reasons":[]}', now() - i * interval '12 minutes', now() - i * interval '12 minutes'
          from raw returning id, workspace_id)
        insert into analysis.evidence (id, workspace_id, signal_id, ordinal, evidence_id, side, snapshot_id, document_id, block_id, quote,
          start_offset, end_offset, verified, url, fetched_at)
        select gen_random_uuid(), workspace_id, id, o, gen_random_uuid(), 'AFTER', gen_random_uuid(), gen_random_uuid(), 'b', 'from $1 to $2',
          0, 13, true, 'https://site.invalid/pricing', now() from made, generate_series(1, 2) o
        """
            .formatted(list, competitors.length, workspace));
    db.commit();
    say("signals");
  }

  /// What the functions of the search do, as the planner sees it.
  private void explain(String[] terms, String competitors) throws SQLException {
    run("set search_path = process");
    run("select set_config('ciq.workspace', '" + workspace + "', false)");
    run("set enable_seqscan = off");
    String scope = competitors.isEmpty() ? "'{}'" : "'{" + competitors + "}'";
    String any = List.of(terms).stream().map(term -> "term_query(" + quoted(term) + ")").collect(Collectors.joining(" && "));
    String query = "(select owner_query(" + scope + ") && " + any + ")";
    try (var rows = db.createStatement().executeQuery("select " + query + "::text")) {
      rows.next();
      String words = quoted(rows.getString(1)) + "::tsquery";
      plan("select p.id from passage p where p.words @@ " + words + " and p.workspace_id = '" + workspace + "' limit 1000");
    }
    String array = "array[" + List.of(terms).stream().map(Corpus::quoted).collect(Collectors.joining(",")) + "]";
    plan("select * from search_passage(" + array + ", " + scope + ", '-infinity', now(), 20)");
    plan("select * from search_fact(" + array + ", '{PRICE}', " + scope + ", now(), now(), 60)");
  }

  private void plan(String sql) throws SQLException {
    try (var rows = db.createStatement().executeQuery("explain (analyze, buffers, costs off) " + sql)) {
      say(sql);
      while (rows.next()) {
        say("    " + rows.getString(1));
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static void say(String text) {
    System.err.println("  " + text);
  }
}
