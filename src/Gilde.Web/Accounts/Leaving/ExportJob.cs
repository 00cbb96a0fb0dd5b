using System.IO.Compression;
using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>Writes the copy of a member's data and tells them that it is ready.</summary>
public sealed class ExportJob(GildeDb db, IClock clock, ExportFolder folder, MemberArchive archive, LeavingLetters letters) : IJobHandler
{
    public const string JobKind = "export";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var id = JsonSerializer.Deserialize<long>(payload);
        var export = await db.Exports.SingleOrDefaultAsync(e => e.Id == id && e.ReadyAt == null, stop);
        if (export is null) return;
        var (name, size) = await folder.Write(async stream =>
        {
            await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            await archive.Write(zip, export.AccountId, stop);
        });
        var now = clock.GetCurrentInstant();
        (export.File, export.Size, export.ReadyAt, export.ExpiresAt) = (name, size, now, now + RequestExport.Kept);
        db.Send(clock, letters.ExportReady(await db.ReceiverOf(export.AccountId, stop)));
        await db.SaveChangesAsync(stop);
    }
}
