using System.Text.Json;
using Gilde.Web.Jobs;

namespace Gilde.Web.Pictures;

public static class RemovePicture
{
    /// <summary>Takes a picture away in the unit of work; its files go once that has committed.</summary>
    public static void Discard(this GildeDb db, IClock clock, Picture picture)
    {
        db.Remove(picture);
        db.Enqueue(clock, ErasePictureFiles.JobKind, picture.Folder, $"picture:{picture.Folder}");
    }
}

/// <summary>Deletes the files of a picture whose row is gone.</summary>
public sealed class ErasePictureFiles(PictureFolder folder) : IJobHandler
{
    public const string JobKind = "picture.erase";

    public string Kind => JobKind;

    public Task Run(string payload, CancellationToken stop)
    {
        folder.Erase(JsonSerializer.Deserialize<string>(payload)!);
        return Task.CompletedTask;
    }
}
