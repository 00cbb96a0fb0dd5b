using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gilde.Web.Backups;

/// <summary>
/// What a backup holds and how to see that all of it is there: the file <c>manifest.json</c> in a zip, beside <c>tables/NAME.jsonl</c>
/// (a JSON object a row) and <c>files/…</c>. The tables are described here, so that a newer Gilde can read an older backup.
/// </summary>
public sealed record BackupManifest
{
    public const string EntryName = "manifest.json";
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter<ColumnKind>(JsonNamingPolicy.CamelCase) } };

    public int Format { get; init; } = CurrentFormat;
    /// <summary>The version of Gilde that wrote it.</summary>
    public required string Program { get; init; }
    /// <summary>The migration step of the database.</summary>
    public required int Step { get; init; }
    /// <summary>ISO 8601, UTC.</summary>
    public required string MadeAt { get; init; }
    /// <summary>Each table after those that it refers to.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }
    public required IReadOnlyList<BackupFile> Files { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="BackupException">It is no manifest, or one of a later format.</exception>
    public static BackupManifest Read(Stream stream)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, Json);
            if (manifest is null || manifest.Format != CurrentFormat) throw new BackupException($"This backup has format {manifest?.Format}; this program reads format {CurrentFormat}.");
            return manifest;
        }
        catch (JsonException error)
        {
            throw new BackupException($"The manifest of this backup cannot be read: {error.Message}");
        }
    }
}

/// <summary>One table: its columns, how many rows, the SHA-256 of its lines. <see cref="LastId"/> is the highest id ever given, also to rows that are gone.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> Order, long Rows, long? LastId, string Sha256)
{
    [JsonIgnore]
    public string EntryName => $"tables/{Name}.jsonl";
}

public sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>An uploaded file, its path below the files' folder with slashes.</summary>
public sealed record BackupFile(string Path, long Length, string Sha256)
{
    [JsonIgnore]
    public string EntryName => $"files/{Path}";
}

/// <summary>A backup or restore that cannot be; the message is for the operator.</summary>
public sealed class BackupException(string message) : InvalidOperationException(message);
