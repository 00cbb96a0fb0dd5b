using System.IO.Compression;
using System.Text.Json;
using Gilde.Web.Contacts;
using Gilde.Web.Formats;
using Gilde.Web.Pictures;
using Gilde.Web.Profiles;
using Gilde.Web.Profiles.Export;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>Everything that the network stores about a member: a JSON file a table, profile and contacts in formats that other programs read, pictures.</summary>
public sealed class MemberArchive(GildeDb db, ProfileShelf profiles, ContactCards contacts, ArchiveFormats formats)
{
    public async Task Write(ZipArchive zip, long memberId, CancellationToken stop)
    {
        var member = await db.MemberOf(memberId, stop);
        var me = new Viewer { Id = member.Id, Handle = member.Handle, Name = member.Name, Language = member.Language };
        foreach (var table in ExportScopes.Tables)
        {
            await using var file = await zip.CreateEntry($"data/{table.Name}.json").OpenAsync(stop);
            await JsonSerializer.SerializeAsync(file, table.Rows(db, me).AsNoTracking().AsAsyncEnumerable(), formats.Json, stop);
        }
        await using (var resume = await zip.CreateEntry("resume.json").OpenAsync(stop))
            await JsonSerializer.SerializeAsync(resume, ProfileResume.Of(await profiles.Own(db, me, stop: stop), formats.Address, me.T), formats.Json, stop);
        await using (var cards = await zip.CreateEntry("contacts.vcf").OpenAsync(stop))
            await VCardWriter.WriteAsync(cards, contacts.All(me, withPhotos: true, stop).Select(c => contacts.Card(c, me.T, withTags: true)), stop);
        await WritePictures(zip, memberId, stop);
    }

    private async Task WritePictures(ZipArchive zip, long memberId, CancellationToken stop)
    {
        foreach (var picture in await db.Pictures.AsNoTracking().Where(p => p.OwnerId == memberId).ToListAsync(stop))
        {
            var largest = PictureShape.For(picture.Purpose).Largest;
            var file = formats.Pictures.FileOf(picture.Folder, largest);
            if (!File.Exists(file)) continue;
            await using var entry = await zip.CreateEntry($"pictures/{picture.Id}.{largest.Extension}", CompressionLevel.NoCompression).OpenAsync(stop);
            await using var source = File.OpenRead(file);
            await source.CopyToAsync(entry, stop);
        }
    }
}

/// <summary>How and from where the files of an archive are written.</summary>
public sealed class ArchiveFormats(IOptions<JsonOptions> json, Settings settings, PictureFolder pictures)
{
    public JsonSerializerOptions Json { get; } = new(json.Value.SerializerOptions) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public Uri Address => settings.Address;
    public PictureFolder Pictures => pictures;
}
