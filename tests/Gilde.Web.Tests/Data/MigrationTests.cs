namespace Gilde.Web.Tests.Data;

public class MigrationTests
{
    [Theory, BothDatabases]
    public async Task A_migrated_database_equals_the_model(DatabaseKind kind)
    {
        await using var migrated = DataSetup.Open(await Databases.New(kind));
        await using var modelled = DataSetup.Open(await Databases.New(kind, empty: true));
        if (kind == DatabaseKind.Sqlite) await modelled.Database.EnsureCreatedAsync();
        else await modelled.Database.ExecuteSqlRawAsync(modelled.Database.GenerateCreateScript());
        Assert.Equal(await SchemaOf(modelled), await SchemaOf(migrated));
    }

    [Theory, BothDatabases]
    public async Task Every_earlier_step_upgrades_with_its_data(DatabaseKind kind)
    {
        foreach (var step in Migrations.Steps)
        {
            await using var db = DataSetup.Open(await Databases.New(kind, empty: true));
            await Migrations.Run(db, last: step.Number);
            var before = await SampleRows.Fill(db);
            await Migrations.Run(db);
            var after = await SampleRows.Read(db, before);
            Assert.Equal(before.Describe(), after.Describe());
        }
    }

    [Theory, BothDatabases]
    public async Task Migrating_twice_at_once_is_harmless(DatabaseKind kind)
    {
        var settings = await Databases.New(kind, empty: true);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = DataSetup.Open(settings);
            await Migrations.Run(db);
        }));
        await using var one = DataSetup.Open(settings);
        Assert.Equal(Migrations.Steps.Count, (await one.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM schema_steps").ToListAsync()).Single());
    }

    private static async Task<string> SchemaOf(GildeDb db)
    {
        var sql = db.IsPostgres
            ? """
              SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || ' ' || is_nullable || ' ' || coalesce(column_default, '') || ' ' || is_identity AS "Value"
              FROM information_schema.columns WHERE table_schema = 'public'
              UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
              UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
              """
            : """
              SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '') || ' ' || c.pk AS "Value" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
              UNION ALL SELECT 'index ' || tbl_name || ' ' || coalesce(sql, name) FROM sqlite_master WHERE type = 'index'
              UNION ALL SELECT 'key ' || m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
              """;
        var lines = await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
        // Full-text tables and indexes on expressions live beside the model: EF Core knows neither.
        return string.Join('\n', lines.Where(l => !l.Contains("schema_steps") && !l.Contains("sqlite_sequence") && !l.Contains("_fts") && !l.Contains("ix_members_sort_name")).Order(StringComparer.Ordinal));
    }
}
